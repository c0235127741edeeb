package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.sample.KnownGroups;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A POST under an Idempotency-Key takes effect once, however its attempts end. */
@ServiceTest(classes = SampleService.class)
class OnceIT {

    private static final Actor CLERK = TestActors.secretariat();
    private static final String KEY = "Idempotency-Key";

    @LocalServerPort
    int port;

    @Autowired
    EventLedger ledger;

    @Autowired
    MongoDatabase database;

    @Autowired
    CommandDispatch commands;

    @Autowired
    KnownGroups groups;

    private final String key = UUID.randomUUID().toString();

    @Test
    void completesWhatAnAttemptLeftHalfDoneAndDoublesNothing() {
        long before = ledger.head();
        clerk().post("/api/papers/pair", reason("pair"), KEY, key, "Sample-Dies-After", "1")
                .expect(500);
        assertThat(ledger.head()).isEqualTo(before + 1);

        Reply completed =
                clerk().post("/api/papers/pair", reason("pair"), KEY, key).expect(201);
        assertThat(ledger.head()).isEqualTo(before + 2);
        assertThat(completed.header("Idempotency-Replayed")).isEmpty();

        Reply repeated =
                clerk().post("/api/papers/pair", reason("pair"), KEY, key).expect(201);
        assertThat(repeated.header("Location")).isEqualTo(completed.header("Location"));
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(ledger.head()).isEqualTo(before + 2);
    }

    @Test
    void recognisesWhatWasCommittedButNotAnswered() {
        long before = ledger.head();
        clerk().post("/api/papers/pair", reason("all"), KEY, key, "Sample-Dies-After", "2")
                .expect(500);
        assertThat(ledger.head()).isEqualTo(before + 2);

        Reply repeated =
                clerk().post("/api/papers/pair", reason("all"), KEY, key).expect(201);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(ledger.head()).isEqualTo(before + 2);
    }

    @Test
    void refusesAnotherBodyEvenWhenOnlyTheLedgerRemembers() {
        clerk().post("/api/papers/pair", reason("one"), KEY, key, "Sample-Dies-After", "1")
                .expect(500);
        database.getCollection("idempotency").deleteMany(new Document("madeAt", new Document("$exists", true)));

        clerk().post("/api/papers/pair", reason("two"), KEY, key).expectProblem(422, "idempotency-key-reused");
    }

    /** By now the aggregate and the controller would both refuse it; it has been done all the same. */
    @Test
    void answersARepeatByTheStateOfNow() {
        String paper = file("first");
        clerk().post(paper + "/amendments", reason("second"), KEY, key, "If-Match", "\"0\"")
                .expect(204);
        clerk().put(paper, reason("third")).expect(204);

        Reply repeated = clerk().post(
                        paper + "/amendments",
                        reason("second"),
                        KEY,
                        key,
                        "If-Match",
                        "\"0\"",
                        "Sample-Refuses",
                        "the state has moved on")
                .expect(204);
        assertThat(repeated.eTag()).isEqualTo("\"2\"");
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        clerk().post(paper + "/amendments", reason("second"), KEY, key, "If-Match", "\"1\"")
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void keepsNoRefusal() {
        String paper = file("first");
        clerk().post(paper + "/amendments", reason("first"), KEY, key).expectProblem(409, "nothing-to-amend");
        clerk().put(paper, reason("other")).expect(204);

        clerk().post(paper + "/amendments", reason("first"), KEY, key).expect(204);
    }

    @Test
    void keepsNoRefusalOfAStaleVersionNorOfWhatIsUnknown() {
        String paper = file("first");
        clerk().post(paper + "/amendments", reason("a"), KEY, key, "If-Match", "\"1\"")
                .expect(412);
        clerk().post(paper + "/amendments", reason("b")).expect(204);
        clerk().post(paper + "/amendments", reason("a"), KEY, key, "If-Match", "\"1\"")
                .expect(204);
    }

    @Test
    void keepsNoRefusalOfWhatIsNotThereYet() {
        QuestionId id = new QuestionId(UUID.randomUUID().toString());
        String amendments = "/api/papers/" + id.value() + "/amendments";
        long kept = kept();
        clerk().post(amendments, reason("second"), KEY, key).expectProblem(404, "unknown");
        assertThat(kept()).isEqualTo(kept);
        commands.sendAs(CLERK, new FilePaper(id, "first", Instant.EPOCH));

        assertCarriedOut(clerk().post(amendments, reason("second"), KEY, key));
    }

    @Test
    void keepsNoRefusalOfAReferenceThatHasNotArrivedYet() {
        String paper = file("first");
        QuestionId known = new QuestionId(UUID.randomUUID().toString());
        String[] headers = {KEY, key, "Sample-Refers-To", known.value()};
        long kept = kept();
        clerk().post(paper + "/amendments", reason("second"), headers).expectInvalid("group unknown-reference");
        assertThat(kept()).isEqualTo(kept);
        groups.groups.apply(
                new QuestionGrouped(known, new QuestionId("lead"), Instant.EPOCH),
                new Origin("other-service", 1, Instant.EPOCH));

        assertCarriedOut(clerk().post(paper + "/amendments", reason("second"), headers));
    }

    @Test
    void keepsNoRefusalOfWhoMayNotYet() {
        String paper = file("first");
        Actor newcomer = new Actor(CLERK.subject(), null, null, null, null, Set.of(Role.AUDITOR), null);
        long kept = kept();
        as(newcomer).post(paper + "/amendments", reason("second"), KEY, key).expectProblem(403, "not-permitted");
        clerk().post(paper + "/amendments", reason("forbidden"), KEY, key + "-2")
                .expectProblem(403, "not-permitted");
        assertThat(kept()).isEqualTo(kept);

        assertCarriedOut(clerk().post(paper + "/amendments", reason("second"), KEY, key));
        clerk().post(paper + "/amendments", reason("third"), KEY, key + "-2").expect(204);
    }

    /** A repeat must not take effect only because somebody has changed the thing since. */
    @Test
    void remembersThatThereWasNothingToDo() {
        String paper = file("blue");
        clerk().post(paper + "/label", reason("blue"), KEY, key).expect(204);
        clerk().post(paper + "/label", reason("red")).expect(204);
        long before = ledger.head();

        Reply repeated =
                clerk().post(paper + "/label", reason("blue"), KEY, key).expect(204);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(ledger.head()).isEqualTo(before);
        clerk().post(paper + "/label", reason("green"), KEY, key).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void judgesARepeatForAccessAnew() {
        String paper = file("first");
        clerk().post(paper + "/label", reason("second"), KEY, key).expect(204);
        Actor demoted = new Actor(CLERK.subject(), null, null, null, null, Set.of(Role.AUDITOR), null);

        as(demoted).post(paper + "/label", reason("second"), KEY, key).expectProblem(403, "not-permitted");
    }

    @Test
    void keepsNothingOfBodiesAndAnswers() {
        clerk().post("/api/papers", reason("Nguyen Van A"), KEY, key).expect(201);

        database.getCollection("idempotency")
                .find()
                .forEach(kept -> assertThat(kept.toJson()).doesNotContain("Nguyen"));
        RecordedEvent recorded = ledger.readAfter(ledger.head() - 1, 1).get(0);
        assertThat(new String(recorded.event().metadata(), StandardCharsets.UTF_8))
                .containsPattern("\"requestDigest\":\"[0-9a-f]{64}\"")
                .doesNotContain("Nguyen");
    }

    @Test
    void takesOneKeyOnly() {
        clerk().post("/api/papers", reason("x"), KEY, "two words").expectInvalid("Idempotency-Key format");
        clerk().post("/api/papers", reason("x"), KEY, "").expectInvalid("Idempotency-Key format");
    }

    @Test
    void takesEffectOnceHoweverManyAmendAtOnce() {
        String paper = file("first");
        long before = ledger.head();

        List<CompletableFuture<Reply>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> clerk().post(paper + "/amendments", reason("second"), KEY, key)))
                .toList();

        assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(204);
        assertThat(ledger.head()).isEqualTo(before + 1);
    }

    private long kept() {
        return database.getCollection("idempotency").countDocuments();
    }

    private static void assertCarriedOut(Reply reply) {
        assertThat(reply.expect(204).eTag()).isEqualTo("\"1\"");
        assertThat(reply.header("Idempotency-Replayed")).isEmpty();
    }

    private String file(String reason) {
        return clerk().post("/api/papers", reason(reason)).expect(201).header("Location");
    }

    private Caller clerk() {
        return as(CLERK);
    }

    private Caller as(Actor actor) {
        return Caller.as(port, actor);
    }

    private static String reason(String reason) {
        return "{\"reason\":\"" + reason + "\"}";
    }
}
