package org.dialogue.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.events.question.AnsweringRole.LEAD;
import static org.dialogue.events.vocabulary.Disposition.ACCEPTED;
import static org.dialogue.events.vocabulary.Disposition.DECLINED_WITH_REASONS;
import static org.dialogue.events.vocabulary.Disposition.REFERRED_TO_HIGHER_AUTHORITY;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.OTHER_COMMUNE;
import static org.dialogue.reports.story.Sample.POLICE;
import static org.dialogue.reports.story.Sample.STANDING_COMMITTEE;
import static org.dialogue.reports.story.Sample.about;
import static org.dialogue.reports.story.Sample.assigned;
import static org.dialogue.reports.story.Sample.corrected;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.opened;
import static org.dialogue.reports.story.Sample.person;
import static org.dialogue.reports.story.Sample.promised;
import static org.dialogue.reports.story.Sample.published;
import static org.dialogue.reports.story.Sample.raised;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Has a service of its own, because it counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "spring.application.admin.enabled=false")
class ReportsIT extends RunningService {

    private static final Actor SECRETARIAT = TestActors.secretariat();

    @BeforeAll
    void publishTheSample() {
        QuestionAssigned allowance = assigned("p8", "p8-s1", STANDING_COMMITTEE, LEAD, 1);
        QuestionAssigned zone = assigned("p3", "p3-s1", POLICE, LEAD, 1);
        QuestionAssigned secret = assigned("secret", "secret-s1", HOME_AFFAIRS, LEAD, 1);
        AnswerPublished declined = published(zone, "p3-a1", DECLINED_WITH_REASONS, 1);
        others.publish(
                raised("p8", COMMUNE, 2),
                allowance,
                opened(allowance),
                new AnswerCleared(
                        allowance.assignmentId(),
                        allowance.questionId(),
                        new AnswerId("p8-a1"),
                        STANDING_COMMITTEE,
                        published(allowance, "p8-a1", REFERRED_TO_HIGHER_AUTHORITY, 1)
                                .parts(),
                        person("head"),
                        day(4)),
                published(allowance, "p8-a1", REFERRED_TO_HIGHER_AUTHORITY, 1),
                raised("p3", OTHER_COMMUNE, 1),
                zone,
                declined,
                corrected(declined, ACCEPTED, 1),
                raised("secret", COMMUNE, 1, new Visibility(Visibility.Kind.RESTRICTED, List.of(HOME_AFFAIRS))),
                secret,
                raised("inside", COMMUNE, 1, new Visibility(Visibility.Kind.INTERNAL, List.of())),
                promised("c5", about("p8", 1), Due.by(LocalDate.of(2023, 12, 31)), null, STANDING_COMMITTEE),
                promised(
                        "c8",
                        about("p3"),
                        Due.noneSet(),
                        new Measure("cadres", new BigDecimal(127), BigDecimal.ZERO, new BigDecimal(127)),
                        HOME_AFFAIRS),
                promised("c9", about("secret"), Due.by(LocalDate.of(2024, 1, 1)), null, POLICE),
                promised("done", about("p3"), Due.noneSet(), null, HOME_AFFAIRS),
                new CommitmentVerified(
                        new CommitmentId("done"), VerifiedOutcome.IMPLEMENTED, "Seen", List.of(), day(20)));
        awaitViews();
    }

    @Test
    void openCommitmentsSayWhatIsLateByTheHostsDayAndWhatTheyAddUpTo() {
        JsonNode report = ok("/api/reports/open-commitments?unit=nghe-an", SECRETARIAT);

        assertThat(ids(report, "commitmentId")).containsExactly("c5", "c9", "c8");
        JsonNode late = report.at("/items/0");
        assertThat(late.path("late").asBoolean()).as("due yesterday in Nghe An").isTrue();
        assertThat(report.at("/items/1/late").asBoolean()).as("due today").isFalse();
        assertThat(late.path("ageDays").asInt()).isEqualTo(55);
        assertThat(late.at("/bodies/0/name/en").asString()).isEqualTo("standing-committee (en)");
        assertThat(late.at("/subjects/0/unit/id").asString()).isEqualTo("xuan-lam");
        assertThat(report.at("/totals/commitments").asInt()).isEqualTo(3);
        assertThat(report.at("/totals/byState/OPEN").asInt()).isEqualTo(3);
        assertThat(report.at("/totals/late").asInt()).isEqualTo(1);
        assertThat(report.at("/totals/noDateSet").asInt()).isEqualTo(1);
        assertThat(report.at("/totals/measures/0/baseline").asInt()).isEqualTo(127);
        assertThat(report.at("/totals/measures/0/target").asInt()).isZero();
        assertThat(report.at("/reflects/today").asString()).isEqualTo("2024-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "body=home-affairs, c8",
        "body=police, c9",
        "unit=hung-nguyen, c5 c9",
        "unit=xuan-lam, c5 c9",
        "unit=nga-my, c8",
        "topic=topic-1, c5 c9 c8",
        "topic=topic-2, ''",
        "topic=CADRES%20, c5 c9 c8",
        "programme=2023, c5 c9 c8",
        "state=OPEN, c5 c9 c8",
        "state=WAITING, ''",
        "late=true, c5",
        "late=false, c9 c8",
        "unit=hung-nguyen&late=false, c9",
        "sort=-due, c8 c9 c5",
        "sort=body, c8 c9 c5",
        "sort=-body, c5 c9 c8",
    })
    void commitmentsAreFilteredAndSorted(String query, String expected) {
        JsonNode report = ok("/api/reports/open-commitments?" + query, SECRETARIAT);

        assertThat(ids(report, "commitmentId")).containsExactly(words(expected));
        assertThat(report.at("/totals/commitments").asInt()).isEqualTo(words(expected).length);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (String sort : List.of("due", "-due", "committed", "state", "body")) {
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = ok("/api/reports/open-commitments?limit=1&sort=" + sort + cursor, SECRETARIAT);
                paged.addAll(ids(page, "commitmentId"));
                assertThat(page.at("/totals/commitments").asInt()).isEqualTo(3);
                cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
            } while (!cursor.isEmpty());

            assertThat(paged)
                    .as(sort)
                    .isEqualTo(ids(ok("/api/reports/open-commitments?sort=" + sort, SECRETARIAT), "commitmentId"));
        }
    }

    @Test
    void coverageShowsThePartThatNobodyAnsweredBesideTheOneThatWasReferred() {
        JsonNode report = ok("/api/reports/coverage?unit=xuan-lam&topic=cadres&limit=200", SECRETARIAT);

        JsonNode referred = part(report, "p8", 1);
        assertThat(referred.path("state").asString()).isEqualTo("REFERRED");
        assertThat(referred.path("owed").isEmpty()).isTrue();
        JsonNode owed = part(report, "p8", 2);
        assertThat(owed.path("state").asString()).isEqualTo("OWED");
        assertThat(owed.at("/owed/0/by").asString()).isEqualTo("SECRETARIAT");
        assertThat(owed.at("/owed/0/step").asString()).isEqualTo("TRIAGE");
        assertThat(owed.at("/owed/0/since").asString()).isEqualTo("2023-11-02T02:00:00Z");
        assertThat(owed.at("/owed/0/days").asInt()).isEqualTo(60);
    }

    @Test
    void coverageIsFilteredAndPaged() {
        assertThat(parts("owedBy=home-affairs")).contains("secret/1").doesNotContain("p8/2", "p3/1");
        assertThat(parts("owedBy=SECRETARIAT")).contains("p8/2").doesNotContain("secret/1");
        assertThat(parts("body=police")).containsExactly("p3/1");
        assertThat(parts("state=REFERRED")).containsExactly("p8/1");
        assertThat(parts("unit=nga-my&state=ANSWERED")).containsExactly("p3/1");
        assertThat(parts("late=true")).isEmpty();

        JsonNode first = ok("/api/reports/coverage?unit=hung-nguyen&limit=2", SECRETARIAT);
        JsonNode second = ok(
                "/api/reports/coverage?unit=hung-nguyen&limit=2&cursor="
                        + first.path("next").asString(),
                SECRETARIAT);
        assertThat(ids(first, "questionId")).hasSize(2);
        assertThat(first.path("totals")).isEqualTo(second.path("totals"));
        assertThat(second.path("items")).isNotEqualTo(first.path("items"));
    }

    @Test
    void aTimelineShowsBothTimesTheOfficeTheOriginalAnswerAndItsCorrection() {
        JsonNode report = ok("/api/reports/questions/p3/timeline", SECRETARIAT);

        assertThat(ids(report, "entries", "name"))
                .containsExactlyInAnyOrder(
                        "question-raised",
                        "question-assigned",
                        "answer-published",
                        "answer-corrected",
                        "follow-up-committed",
                        "follow-up-committed",
                        "commitment-verified");
        JsonNode raised = report.at("/entries/0");
        assertThat(raised.path("happenedAt").asString()).isEqualTo("2023-11-02T02:00:00Z");
        assertThat(raised.path("recordedAt").asString()).isGreaterThan("2023-11-02T02:00:00Z");
        assertThat(raised.at("/by/office").asString()).isEqualTo("Clerk");
        assertThat(raised.at("/by/onBehalfOf").asString()).isEqualTo("the-delegate");
        assertThat(raised.at("/event/unit").asString()).isEqualTo("nga-my");
        JsonNode answer = report.at("/answers/0");
        assertThat(answer.at("/original/0/text").asString()).isEqualTo("p3-a1 to part 1");
        assertThat(answer.at("/corrections/0/number").asInt()).isEqualTo(1);
        assertThat(answer.at("/corrections/0/parts/0/text").asString()).isEqualTo("corrected");
        assertThat(answer.at("/corrections/0/reason").asString()).isEqualTo("A slip");
    }

    @Test
    void wordsThatWereClearedAndNotPublishedAreForTheBodyAndThoseWhoRunTheDialogue() {
        Actor own = TestActors.officerOf(STANDING_COMMITTEE.value());
        Actor foreign = TestActors.officerOf(POLICE.value());

        assertThat(ids(ok("/api/reports/questions/p8/timeline", own), "entries", "name"))
                .contains("answer-cleared");
        assertThat(ids(ok("/api/reports/questions/p8/timeline", SECRETARIAT), "entries", "name"))
                .contains("answer-cleared");
        assertThat(ids(ok("/api/reports/questions/p8/timeline", foreign), "entries", "name"))
                .contains("answer-published")
                .doesNotContain("answer-cleared");
    }

    @Test
    void countsAreByBodyUnitOrTopic() {
        JsonNode byUnit = ok("/api/reports/counts?by=UNIT&programme=2023", SECRETARIAT);
        JsonNode commune = row(byUnit, "nga-my");
        assertThat(commune.path("questions").asInt()).isEqualTo(1);
        assertThat(commune.path("answered").asInt()).isEqualTo(1);
        assertThat(commune.path("commitmentsOpen").asInt()).isEqualTo(1);
        assertThat(commune.path("commitmentsImplemented").asInt()).isEqualTo(1);
        assertThat(commune.at("/name/vi").asString()).isEqualTo("nga-my (vi)");

        assertThat(row(ok("/api/reports/counts?by=BODY", SECRETARIAT), "standing-committee")
                        .path("commitmentsLate")
                        .asInt())
                .isEqualTo(1);
        assertThat(row(ok("/api/reports/counts?by=TOPIC", SECRETARIAT), "topic-2")
                        .path("owed")
                        .asInt())
                .isPositive();
    }

    @Test
    void whatAReaderMayNotSeeIsNeitherListedNorCountedNorTold() {
        Actor named = TestActors.headOf(HOME_AFFAIRS.value());
        Actor foreign = TestActors.delegateOf("nga-my");
        Actor guest = new Actor("guest", null, null, null, null, Set.of(), null);
        Actor asker = new Actor("asker", "delegate-of-xuan-lam", null, "xuan-lam", null, Set.of(Role.DELEGATE), null);

        assertThat(parts("unit=xuan-lam", named)).contains("secret/1", "inside/1");
        assertThat(parts("unit=xuan-lam", asker)).contains("secret/1", "inside/1");
        assertThat(parts("unit=xuan-lam", foreign)).contains("p8/1", "inside/1").doesNotContain("secret/1");
        assertThat(parts("unit=xuan-lam", guest)).contains("p8/1").doesNotContain("secret/1", "inside/1");

        assertThat(get("/api/reports/questions/secret/timeline", named).status())
                .isEqualTo(200);
        assertThat(get("/api/reports/questions/secret/timeline", foreign).status())
                .isEqualTo(404);

        assertThat(commitments(named)).containsExactly("c5", "c9", "c8");
        assertThat(commitments(foreign)).containsExactly("c5", "c8");
        assertThat(commitments(TestActors.officerOf(POLICE.value())))
                .as("bears it")
                .contains("c9");
        assertThat(row(ok("/api/reports/counts?by=BODY", SECRETARIAT), "police")
                        .path("commitmentsOpen")
                        .asInt())
                .isEqualTo(1);
        assertThat(row(ok("/api/reports/counts?by=BODY", foreign), "police")
                        .path("commitmentsOpen")
                        .asInt())
                .isZero();
    }

    @Test
    void everyAnswerNamesThePositionThatItReflects() {
        for (String path : List.of(
                "/api/reports/open-commitments",
                "/api/reports/coverage",
                "/api/reports/counts?by=BODY",
                "/api/reports/questions/p8/timeline")) {
            Reply reply = get(path, SECRETARIAT);
            assertThat(reply.headers().firstValue("Ledger-Position"))
                    .as(path)
                    .hasValue(reply.json().at("/reflects/position").asString());
            assertThat(reply.json().at("/reflects/position").asLong()).isEqualTo(others.published());
            assertThat(reply.json().at("/reflects/recordedAt").asString()).isNotEmpty();
        }
    }

    private List<String> parts(String query) {
        return parts(query, SECRETARIAT);
    }

    private List<String> parts(String query, Actor reader) {
        List<String> parts = new ArrayList<>();
        ok("/api/reports/coverage?limit=200&" + query, reader)
                .path("items")
                .forEach(item -> parts.add(item.path("questionId").asString() + "/"
                        + item.path("part").asInt()));
        return parts;
    }

    private List<String> commitments(Actor reader) {
        return ids(ok("/api/reports/open-commitments", reader), "commitmentId");
    }

    private JsonNode ok(String path, Actor reader) {
        Reply reply = get(path, reader);
        assertThat(reply.status()).as(path + ": " + reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode part(JsonNode report, String question, int part) {
        for (JsonNode item : report.path("items")) {
            if (item.path("questionId").asString().equals(question)
                    && item.path("part").asInt() == part) {
                return item;
            }
        }
        throw new AssertionError("no part " + part + " of " + question + " in " + report);
    }

    private static JsonNode row(JsonNode report, String key) {
        for (JsonNode row : report.path("rows")) {
            if (row.path("key").asString().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no row " + key + " in " + report);
    }

    private static List<String> ids(JsonNode report, String field) {
        return ids(report, "items", field);
    }

    private static List<String> ids(JsonNode report, String list, String field) {
        List<String> ids = new ArrayList<>();
        report.path(list).forEach(item -> ids.add(item.path(field).asString()));
        return ids;
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }
}
