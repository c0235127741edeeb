package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Province;
import org.dialogue.quality.harness.ReportSnapshot;
import org.dialogue.quality.harness.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every view is a replay: rebuilt from the first position, it says field by field what the live one said. */
@ExtendWith(Province.Shared.class)
class RebuildIT {

    private static final String PROGRAMME = "rebuild-2024";

    private final Province province;
    private final Rest operator;

    RebuildIT(Province province) {
        this.province = province;
        this.operator = province.cast().operator(province.suite().reports());
    }

    @Test
    void aRebuiltViewEqualsTheLiveOne() {
        letQuestionsGetDifferentlyFar();
        ReportSnapshot live;
        ReportSnapshot rebuilt;
        do {
            live = snapshot();
            rebuildAll();
            rebuilt = snapshot();
            // At midnight everything grows a day older.
        } while (!rebuilt.days().equals(live.days()));

        assertThat(rebuilt.reports()).isEqualTo(live.reports());
    }

    private void rebuildAll() {
        List<String> views = views();
        assertThat(views).isNotEmpty();
        views.forEach(view ->
                operator.post("/api/reports/views/" + view + "/rebuild", "{}").succeeded());
        views.forEach(this::awaitRebuilt);
    }

    private void letQuestionsGetDifferentlyFar() {
        var road = new QuestionRoad(province, PROGRAMME);
        road.openProgramme();
        List.of("rebuild-raised", "rebuild-assigned", "rebuild-answered", "rebuild-concluded")
                .forEach(question -> road.raise(question, 3).succeeded());
        List.of("rebuild-assigned", "rebuild-answered", "rebuild-concluded")
                .forEach(question -> road.assign(question).succeeded());
        List.of("rebuild-answered", "rebuild-concluded").forEach(question -> {
            road.awaitAssignment(question);
            road.answer(question, 3);
        });
        road.conclude("rebuild-concluded", 3);
        road.commit("rebuild-commitment", "rebuild-concluded");
        province.suite().awaitQuiet();
    }

    private ReportSnapshot snapshot() {
        return ReportSnapshot.take(operator, PROGRAMME);
    }

    private List<String> views() {
        return operator.get("/api/reports/views")
                .succeeded()
                .body()
                .valueStream()
                .map(view -> view.path("name").asString())
                .toList();
    }

    private void awaitRebuilt(String view) {
        await(view + " to be rebuilt").atMost(Patience.NEWS).untilAsserted(() -> {
            JsonNode progress =
                    operator.get("/api/reports/views/" + view).succeeded().body();
            assertThat(progress.path("rebuild").hasNonNull("finished"))
                    .as(progress.toString())
                    .isTrue();
            assertThat(progress.path("rebuild").hasNonNull("failure"))
                    .as(progress.toString())
                    .isFalse();
        });
    }
}
