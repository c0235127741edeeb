package org.dialogue.kit.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.Instant;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.RawCopies;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.sample.WhenQuestionGroupedThenFilePaper;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of another service's events, told by one topic from its first position to its last. */
@ServiceTest(classes = SampleService.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumingIT {

    private static final Actor CHAIR = TestActors.chair();

    @LocalServerPort
    int port;

    @Autowired
    DialogueProperties properties;

    @Autowired
    WhenQuestionGroupedThenFilePaper policy;

    @Autowired
    RawCopies copies;

    @Autowired
    InboxStatus status;

    @Autowired
    EventLedger ledger;

    private OtherService other;

    @BeforeAll
    void setUp() {
        other = new OtherService(properties.topic("other.events"), "other-service");
    }

    @AfterAll
    void tearDown() {
        other.close();
    }

    @Test
    void anEventIsHandledByThePolicyOnBehalfOfItsActor() {
        RecordedEvent published = publish("a1", "x");

        await().until(() -> policy.handled.contains("a1/x"));

        LedgerEvent filed = ledger.readAggregate("question:a1", 0, 1).get(0).event();
        JsonNode metadata = JsonMapper.shared().readTree(filed.metadata());
        assertThat(metadata.path("subject").asString()).isEqualTo("sample-service");
        assertThat(metadata.path("onBehalfOf").asString()).isEqualTo(CHAIR.subject());
        assertThat(metadata.path("causationId").asString())
                .isEqualTo(published.event().id());
        JsonNode cause = JsonMapper.shared().readTree(published.event().metadata());
        assertThat(metadata.path("correlationId")).isEqualTo(cause.path("correlationId"));
        String trace = cause.path("traceparent").asString().substring(0, 36);
        assertThat(metadata.path("traceparent").asString()).startsWith(trace);
        assertThat(metadata.has("actor")).isFalse();
    }

    @Test
    void anEventIsTakenByteForByte() {
        RecordedEvent published = publish("b1", "x");

        await().until(() -> copied(published) != null);
        ReceivedEvent copy = copied(published);
        assertThat(new RecordedEvent(copy.position(), copy.recordedAt(), copy.event()).leaf())
                .isEqualTo(published.leaf());
        assertThat(copy.event().origin()).isEqualTo(copy.origin());
        assertThat(copy.source()).isEqualTo("other-service");
    }

    @Test
    void aRepeatedEventIsIgnored() {
        RecordedEvent first = publish("c1", "once");
        other.publish(first);
        other.publish(first);
        publish("c2", "after");

        await().until(() -> policy.handled.contains("c2/after"));
        assertThat(policy.handled).containsOnlyOnce("c1/once");
    }

    @Test
    void anEarlyEventWaitsForTheMissingOne() {
        RecordedEvent last = publish("d0", "start");
        await().until(() -> policy.handled.contains("d0/start"));
        RecordedEvent missing = record(last.position() + 1, "d1", "missing");
        RecordedEvent early = record(last.position() + 2, "d2", "early");

        other.publish(early);
        await().until(() -> status.missing().containsKey("other-service"));
        assertThat(status.missing()).containsEntry("other-service", missing.position());
        assertThat(policy.handled).doesNotContain("d2/early");
        assertThat(Caller.anonymous(port).get("/actuator/health").text()).contains("\"missing\":{\"other-service\":");

        other.publish(missing);
        await().until(() -> policy.handled.contains("d2/early"));
        assertThat(policy.handled).containsSubsequence("d1/missing", "d2/early");
        assertThat(status.missing()).isEmpty();
    }

    @Test
    void anEventOfAnUnknownNameIsNobodysBusiness() {
        RecordedEvent stranger = renamed(publishLater("e1", "x"), "question-dreamt", "1");
        other.publish(stranger);
        publish("e2", "x");

        await().until(() -> policy.handled.contains("e2/x"));
        assertThat(copied(stranger)).isNotNull();
        assertThat(letters()).doesNotContain("question:e1");
    }

    @Test
    void anUnreadableRecordIsParkedWhileOthersFlow() {
        other.publishPoison("no event at all");
        publish("f1", "x");

        await().until(() -> policy.handled.contains("f1/x"));
        assertThat(letters()).contains("\"group\":\"unreadable\"").contains("other.events-0@");
    }

    /** The last moment that a ledger holds; one that none holds is no event. */
    @Test
    void anEventOfTheEndOfTimeIsHandledOrParkedWhileOthersFlow() {
        Instant end = Instant.ofEpochMilli(Long.MAX_VALUE);
        RecordedEvent last = publish("i0", "start");
        RecordedEvent late = at(record(last.position() + 1, "i1", "late"), end, end);
        RecordedEvent failing = at(record(last.position() + 2, "i2", "failing"), end, end);
        policy.failing.add("i2");
        other.publish(late);
        other.publish(failing);
        other.publish(at(record(last.position() + 3, "i3", "forged"), end, Instant.MAX));
        other.publish(record(last.position() + 3, "i3", "true"));

        await().until(() -> policy.handled.contains("i3/true"));
        assertThat(policy.handled).contains("i1/late").doesNotContain("i2/failing", "i3/forged");
        assertThat(copied(late).recordedAt()).isEqualTo(end);
        assertThat(letters()).contains("told to fail for question:i2");
        policy.failing.remove("i2");
        assertThat(retry(TestActors.operator()).status()).isEqualTo(200);
        assertThat(policy.handled).contains("i2/failing");
    }

    @Test
    void anEventInAnUnknownRevisionIsParkedWhileOthersFlow() {
        other.publish(renamed(publishLater("g1", "x"), "question-grouped", "9"));
        publish("g2", "x");

        await().until(() -> policy.handled.contains("g2/x"));
        assertThat(letters()).contains("\"group\":\"policies\"").contains("UnknownRevision");
    }

    @Test
    void whatAPolicyCannotHandleIsParkedWithAllThatFollowsUntilARetrySucceeds() {
        policy.failing.add("h1");
        publish("h1", "first");
        publish("h1", "second");
        publish("h2", "flows");

        await().until(() -> policy.handled.contains("h2/flows"));
        assertThat(policy.handled).noneMatch(entry -> entry.startsWith("h1/"));
        assertThat(letters())
                .contains("\"group\":\"grouped-papers\"")
                .contains("told to fail for question:h1")
                .contains("\"event\":\"question-grouped 1\"", "\"source\":\"other-service\"", "\"attempts\":1");
        assertThat(Caller.anonymous(port).get("/actuator/prometheus").text())
                .containsPattern("dialogue_dead_letters\\{[^}]*group=\"grouped-papers\"[^}]*} 2\\.0");

        assertThat(retry(TestActors.auditor()).status()).isEqualTo(403);
        assertThat(Caller.as(port, TestActors.delegateOf("u"))
                        .get("/api/dead-letters")
                        .status())
                .isEqualTo(403);
        assertThat(retry(TestActors.operator()).status()).isEqualTo(200);
        assertThat(policy.handled).noneMatch(entry -> entry.startsWith("h1/"));

        policy.failing.remove("h1");
        assertThat(retry(TestActors.operator()).status()).isEqualTo(200);
        assertThat(policy.handled).containsSubsequence("h1/first", "h1/second");
        assertThat(letters()).doesNotContain("grouped-papers");
    }

    private Reply retry(Actor actor) {
        return Caller.as(port, actor).post("/api/dead-letters/retry", "");
    }

    private String letters() {
        return Caller.as(port, TestActors.auditor()).get("/api/dead-letters").text();
    }

    private ReceivedEvent copied(RecordedEvent event) {
        return copies.events.stream()
                .filter(copy -> copy.event().id().equals(event.event().id()))
                .findFirst()
                .orElse(null);
    }

    private RecordedEvent publish(String id, String lead) {
        return other.publish("question", "question:" + id, 0, grouped(id, lead), CHAIR);
    }

    private RecordedEvent publishLater(String id, String lead) {
        return record(other.position() + 1, id, lead);
    }

    private RecordedEvent record(long position, String id, String lead) {
        return other.record(position, "question", "question:" + id, 0, grouped(id, lead), CHAIR);
    }

    private static QuestionGrouped grouped(String id, String lead) {
        return new QuestionGrouped(new QuestionId(id), new QuestionId(lead), Instant.parse("2023-07-12T01:30:00Z"));
    }

    private static RecordedEvent renamed(RecordedEvent recorded, String name, String revision) {
        return like(
                recorded,
                recorded.recordedAt(),
                name,
                revision,
                recorded.event().timestamp());
    }

    private static RecordedEvent at(RecordedEvent recorded, Instant timestamp, Instant recordedAt) {
        LedgerEvent event = recorded.event();
        return like(recorded, recordedAt, event.name(), event.revision(), timestamp);
    }

    private static RecordedEvent like(
            RecordedEvent recorded, Instant recordedAt, String name, String revision, Instant timestamp) {
        LedgerEvent event = recorded.event();
        return new RecordedEvent(
                recorded.position(),
                recordedAt,
                LedgerEvent.ofAggregate(
                        event.id(),
                        name,
                        revision,
                        event.aggregateType(),
                        event.aggregateId(),
                        event.sequence(),
                        timestamp,
                        event.payload(),
                        event.metadata()));
    }
}
