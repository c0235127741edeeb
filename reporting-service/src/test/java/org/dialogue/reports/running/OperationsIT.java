package org.dialogue.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dialogue.kit.testing.OpenApiContract;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.story.PartTruth;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.views.LiveView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The first to tell anything, because its independent account of running numbers knows nothing of what others tell. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsIT extends RunningService {

    /** A long random history, read back through Kafka, the ledger and JSON, is what every view must survive. */
    @BeforeAll
    void publishALongHistory() {
        awaitViews();
        RandomDialogue.played(8, 600).entries().stream()
                .map(HistoryEntry::event)
                .skip(Sample.story().entries().size())
                .forEach(others::publish);
        awaitViews();
    }

    @Test
    void everyRebuiltViewEqualsTheLiveOneFieldByField() {
        Map<String, ViewState<?>> live =
                views.all().stream().collect(Collectors.toMap(LiveView::name, LiveView::state));

        for (LiveView<?> view : views.all()) {
            Reply accepted = as(TestActors.operator()).post("/api/reports/views/" + view.name() + "/rebuild", "{}");
            assertThat(accepted.status()).isEqualTo(202);
            assertThat(accepted.headers().firstValue("Location")).hasValue("/api/reports/views/" + view.name());
        }
        for (LiveView<?> view : views.all()) {
            await().until(() -> rebuild(view.name()).has("finished"));
            assertThat(rebuild(view.name()).has("failure")).isFalse();
            assertThat(rebuild(view.name()).path("percent").asInt()).isEqualTo(100);
            assertThat(view.state())
                    .as(view.name())
                    .isNotSameAs(live.get(view.name()))
                    .isEqualTo(live.get(view.name()));
        }
    }

    @Test
    void coverageOfALongHistoryIsWhatItsIndependentAccountSays() {
        Map<String, PartTruth> truth = RandomDialogue.played(8, 600).truth();

        Map<String, PartTruth> told = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/reports/coverage?limit=200" + cursor, TestActors.secretariat())
                    .json();
            page.path("items")
                    .forEach(item -> told.put(
                            item.path("questionId").asString() + "/"
                                    + item.path("part").asInt(),
                            truth(item)));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(told).containsAllEntriesOf(truth);
    }

    private static PartTruth truth(JsonNode item) {
        Set<String> owed = new TreeSet<>();
        item.path("owed")
                .forEach(one -> owed.add(
                        one.path("by").asString() + " " + one.path("step").asString()));
        return new PartTruth(
                item.path("state").asString(),
                owed,
                item.path("concluded").asBoolean(),
                item.path("with").asStringOpt().orElse(null),
                item.path("text").asString(),
                item.path("programmeId").asString(),
                item.path("number").asInt());
    }

    @Test
    void theViewsTellHowCurrentTheyAreAndThatTheyTookEverything() {
        JsonNode list = get("/api/reports/views", TestActors.auditor()).json();

        assertThat(list.findValuesAsString("name"))
                .containsExactlyInAnyOrder("open-commitments", "coverage", "timeline", "counts", "alarms");
        list.forEach(view -> {
            assertThat(view.path("position").asLong()).isEqualTo(others.published());
            assertThat(view.path("behind").asLong()).isZero();
            assertThat(view.path("ready").asBoolean()).isTrue();
            assertThat(view.path("faults").isEmpty()).as(view.toString()).isTrue();
        });
    }

    @Test
    void healthAndMetersTellTheTruth() {
        await().untilAsserted(() -> {
            Reply readiness = anonymous().get("/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(200);
            assertThat(readiness.json().at("/components/views/status").asString())
                    .isEqualTo("UP");
        });

        await().untilAsserted(() -> assertThat(
                        anonymous().get("/actuator/prometheus").text())
                .containsPattern("dialogue_commitments_open\\{.*state=\"OPEN\"")
                .containsPattern("dialogue_views_behind\\{.*view=\"coverage\".*} 0\\.0")
                .containsPattern("dialogue_views_faults\\{.*view=\"timeline\".*} 0\\.0")
                .containsPattern("dialogue_views_rebuild_percent\\{.*view=\"counts\".*} 100\\.0")
                .containsPattern("dialogue_intake_position\\{.*source=\"answer-service\"")
                .containsPattern("dialogue_intake_behind\\{.*topic=\"[^\"]*dialogue.events\".*} 0\\.0"));
    }

    @Test
    void theApiIsAsDescribed() {
        OpenApiContract.verify(anonymous().get("/v3/api-docs.yaml").text(), Path.of("openapi.yaml"));
    }

    private JsonNode rebuild(String view) {
        return get("/api/reports/views/" + view, TestActors.operator()).json().path("rebuild");
    }
}
