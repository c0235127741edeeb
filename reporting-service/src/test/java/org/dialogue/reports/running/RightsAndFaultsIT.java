package org.dialogue.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.POLICE;
import static org.dialogue.reports.story.Sample.about;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.promised;
import static org.dialogue.reports.story.Sample.raised;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What history cannot show is a fault in its place, and what a reader may not see leaves no trace but a missing number. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "dialogue.test.context=rights-and-faults")
class RightsAndFaultsIT extends RunningService {

    private static final Actor SECRETARIAT = TestActors.secretariat();
    private static final Actor STRANGER = TestActors.delegateOf("nga-my");
    private static final Actor NAMED = TestActors.officerOf(HOME_AFFAIRS.value());
    private static final Visibility TO_HOME_AFFAIRS = new Visibility(Visibility.Kind.RESTRICTED, List.of(HOME_AFFAIRS));

    @Autowired
    EventLedger ownLedger;

    @BeforeAll
    void tell() {
        QuestionId secret = new QuestionId("secret");
        others.publish(
                raised("open", COMMUNE, 1),
                at(Instant.parse("+12345-01-01T00:00:00Z"), raised("far", COMMUNE, 1), "far ahead"),
                raised("secret", COMMUNE, 1),
                raised("follower", COMMUNE, 1),
                new QuestionGrouped(new QuestionId("follower"), secret, day(4)),
                new QuestionFollowerAdded(
                        secret,
                        new QuestionId("follower"),
                        raised("x", COMMUNE, 1).asker().id(),
                        day(4)),
                new QuestionVisibilityChanged(secret, TO_HOME_AFFAIRS, "names a person", day(5)),
                promised(
                        "huge",
                        about("open"),
                        Due.noneSet(),
                        new Measure("posts", BigDecimal.ZERO, new BigDecimal("1E+1000000000"), BigDecimal.ONE),
                        HOME_AFFAIRS),
                promised(
                        "small",
                        List.of(
                                new QuestionParts(new QuestionId("open"), List.of()),
                                new QuestionParts(secret, List.of())),
                        Due.noneSet(),
                        new Measure("posts", BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE),
                        POLICE));
        awaitViews();
        append(1_000, at(Instant.parse("-1000000000-01-01T00:00:00Z"), raised("ancient", COMMUNE, 1), "ordinary"));
        append(1_001, at(day(3), raised("half", COMMUNE, 1), "half \ud800 a character"));
        await().until(() -> views.all().stream().allMatch(view -> view.state().position() == ownLedger.head()));
    }

    /** As a service of before would have recorded it: it believed any time and any text. */
    private void append(long position, QuestionRaised event) {
        JsonMapper.Builder stored = JsonMapper.builder();
        EventJson.configure(stored);
        ownLedger.append(List.of(new LedgerEvent(
                "before-" + position,
                "question-raised",
                "1",
                "question",
                event.questionId().toString(),
                0,
                NOW,
                stored.enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writeValueAsBytes(event),
                "{}".getBytes(StandardCharsets.UTF_8),
                new Origin("dialogue-service", position, NOW))));
    }

    @Test
    void whatCannotBeShownIsAFaultInItsPlaceAndTheRestIsAsItIs() {
        JsonNode items =
                get("/api/reports/coverage?sort=raised", SECRETARIAT).json().path("items");

        assertThat(items.findValuesAsString("questionId"))
                .as("by value, not by text")
                .startsWith("ancient")
                .endsWith("far");
        assertThat(item(items, "ancient").path("fault").asString())
                .contains("happenedAt")
                .contains("-1000000000");
        assertThat(item(items, "far").path("fault").asString()).contains("+12345");
        assertThat(item(items, "half").path("fault").asString()).contains("half a character");
        assertThat(item(items, "half").path("text").asString()).isEqualTo("half \ufffd a character");
        assertThat(item(items, "open").has("fault")).isFalse();
        assertThat(item(items, "open").at("/owed/0/by").asString()).isEqualTo("SECRETARIAT");
        assertThat(anonymous()
                        .get("/actuator/health")
                        .json()
                        .at("/components/views/details/coverage/implausible")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void numbersThatCannotBeAddedAreLeftOutOfTheSum() {
        JsonNode report = get("/api/reports/open-commitments", SECRETARIAT).json();

        assertThat(report.at("/totals/measures/0/commitments").asLong()).isEqualTo(1);
        assertThat(report.at("/totals/measures/0/target").asLong()).isEqualTo(10);
        report.path("items").forEach(item -> {
            boolean huge = item.path("commitmentId").asString().equals("huge");
            assertThat(item.has("fault")).isEqualTo(huge);
            assertThat(item.has("measure")).isNotEqualTo(huge);
        });
    }

    @Test
    void todaysRightsGovernAllThatWasEverRecorded() {
        assertThat(get("/api/reports/questions/secret/timeline", NAMED).status())
                .isEqualTo(200);
        Reply hidden = get("/api/reports/questions/secret/timeline", STRANGER);
        Reply missing = get("/api/reports/questions/never/timeline", STRANGER);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replace("secret", "never")).isEqualTo(missing.text());

        JsonNode items =
                get("/api/reports/coverage?sort=number", STRANGER).json().path("items");
        assertThat(items.findValuesAsString("number"))
                .as("a gap, and nothing else")
                .containsExactly("1", "2", "4", "5", "6");
        for (String path : List.of(
                "/api/reports/coverage",
                "/api/reports/open-commitments",
                "/api/reports/questions/follower/timeline",
                "/api/reports/questions/open/timeline",
                "/api/reports/counts?by=TOPIC")) {
            assertThat(get(path, STRANGER).text()).as(path).doesNotContain("secret");
            assertThat(get(path, TestActors.operator()).text()).as(path).doesNotContain("secret");
        }
        assertThat(get("/api/reports/questions/open/timeline", TestActors.officerOf(POLICE.value()))
                        .text())
                .as("bears a commitment that also follows from what it may not see")
                .contains("\"small\"")
                .doesNotContain("secret");
    }

    @Test
    void aFollowerShowsItsLeadAndALeadItsFollowersToThoseWhoMaySeeThem() {
        JsonNode items = get("/api/reports/coverage", SECRETARIAT).json().path("items");

        assertThat(item(items, "follower").path("with").asString()).isEqualTo("secret");
        assertThat(item(items, "follower").path("owed").isEmpty()).isTrue();
        assertThat(item(items, "secret").at("/followers/0").asString()).isEqualTo("follower");
        assertThat(item(items, "secret").at("/owed/0/step").asString()).isEqualTo("TRIAGE");
    }

    private static JsonNode item(JsonNode items, String question) {
        for (JsonNode item : items) {
            if (item.path("questionId").asString().equals(question)) {
                return item;
            }
        }
        throw new AssertionError("no " + question + " in " + items);
    }

    private static QuestionRaised at(Instant happenedAt, QuestionRaised raised, String text) {
        return new QuestionRaised(
                raised.questionId(),
                raised.programmeId(),
                raised.direction(),
                raised.asker(),
                raised.unit(),
                text,
                List.of(new QuestionPart(1, text, List.of())),
                raised.topics(),
                raised.references(),
                raised.source(),
                raised.attachments(),
                raised.visibility(),
                happenedAt);
    }
}
