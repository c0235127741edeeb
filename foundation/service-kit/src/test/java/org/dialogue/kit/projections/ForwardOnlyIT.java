package org.dialogue.kit.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.dialogue.embedded.TestServers;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.history.Evolver;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances write one document, and one of them may stand still at any moment. */
class ForwardOnlyIT {

    private static final QuestionId ID = new QuestionId("q");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private MongoClient client;
    private MongoDatabase database;

    /** All reasons so far. */
    record Reasons(List<String> all) {

        static Reasons after(@Nullable Reasons before, QuestionEvent event) {
            Stream<String> earlier = before == null ? Stream.of() : before.all().stream();
            return new Reasons(Stream.concat(earlier, Stream.of(((QuestionWithdrawn) event).reason()))
                    .toList());
        }
    }

    /** Folds like the others, but stands still at one event, once, until told to go on. */
    private static final class Paused implements Evolver<QuestionEvent, Reasons> {

        private final String at;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        Paused(String at) {
            this.at = at;
        }

        @Override
        public Reasons after(@Nullable Reasons before, QuestionEvent event) {
            if (((QuestionWithdrawn) event).reason().equals(at) && reached.getCount() > 0) {
                reached.countDown();
                await(goOn);
            }
            return Reasons.after(before, event);
        }
    }

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestServers.mongoUri());
        database = client.getDatabase("forward_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @AfterEach
    void disconnect() {
        threads.shutdownNow();
        database.drop();
        client.close();
    }

    @Test
    void anInstancePausedBetweenReadingAndWritingPutsNothingBack() throws Exception {
        AggregateProjection<QuestionEvent, Reasons> other = own(Reasons::after);
        other.apply(reason(0), 0);
        Paused pause = new Paused("1");
        Future<?> paused = threads.submit(() -> own(pause).apply(reason(1), 1));
        await(pause.reached);
        other.apply(reason(1), 1);
        other.apply(reason(2), 2);

        pause.goOn.countDown();
        paused.get(20, TimeUnit.SECONDS);

        assertThat(other.find(ID)).contains(new Reasons(List.of("0", "1", "2")));
        other.apply(reason(3), 3);
        assertThat(other.find(ID)).contains(new Reasons(List.of("0", "1", "2", "3")));
    }

    @Test
    void anInstancePausedBeforeTheFirstDocumentFindsTheOthers() throws Exception {
        AggregateProjection<QuestionEvent, Reasons> other = own(Reasons::after);
        Paused pause = new Paused("0");
        Future<?> paused = threads.submit(() -> own(pause).apply(reason(0), 0));
        await(pause.reached);
        other.apply(reason(0), 0);
        other.apply(reason(1), 1);

        pause.goOn.countDown();
        paused.get(20, TimeUnit.SECONDS);

        assertThat(other.find(ID)).contains(new Reasons(List.of("0", "1")));
    }

    @Test
    void aPausedInstanceThatWasTheFasterOneAddsItsEventOnce() throws Exception {
        own(Reasons::after).apply(reason(0), 0);
        Paused pause = new Paused("1");
        Future<?> paused = threads.submit(() -> own(pause).apply(reason(1), 1));
        await(pause.reached);
        own(Reasons::after).apply(reason(1), 1);
        pause.goOn.countDown();
        paused.get(20, TimeUnit.SECONDS);

        assertThat(own(Reasons::after).find(ID)).contains(new Reasons(List.of("0", "1")));
    }

    @Test
    void whatIsKnownOfOthersGoesOnlyForwardToo() throws Exception {
        ReferenceProjection<QuestionEvent, Reasons> other = references(Reasons::after);
        other.apply(reason(0), origin(10));
        Paused pause = new Paused("1");
        Future<?> paused = threads.submit(() -> references(pause).apply(reason(1), origin(11)));
        await(pause.reached);
        other.apply(reason(1), origin(11));
        other.apply(reason(2), origin(25));

        pause.goOn.countDown();
        paused.get(20, TimeUnit.SECONDS);
        other.apply(reason(1), origin(11));

        assertThat(other.find(ID)).contains(new Reasons(List.of("0", "1", "2")));
    }

    @Test
    void aRepeatChangesNothingAndAnEarlyEventIsRefused() {
        AggregateProjection<QuestionEvent, Reasons> projection = own(Reasons::after);
        assertThatThrownBy(() -> projection.apply(reason(1), 1)).isInstanceOf(IllegalStateException.class);
        projection.apply(reason(0), 0);
        projection.apply(reason(0), 0);
        assertThatThrownBy(() -> projection.apply(reason(2), 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("right after 0");

        projection.apply(reason(1), 1);
        projection.apply(reason(2), 2);
        projection.apply(reason(1), 1);

        assertThat(projection.find(ID)).contains(new Reasons(List.of("0", "1", "2")));
    }

    @Test
    void manyInstancesThatRepeatThemselvesEndWithTheSameDocument() throws Exception {
        int events = 40;
        List<Future<?>> instances = new ArrayList<>();
        for (int instance = 0; instance < 6; instance++) {
            Random random = new Random(instance);
            instances.add(threads.submit(() -> {
                AggregateProjection<QuestionEvent, Reasons> projection = own(Reasons::after);
                for (int next = 0; next < events; ) {
                    projection.apply(reason(next), next);
                    // As after a claim that was lost: begins again somewhere before.
                    next = random.nextInt(4) == 0 ? Math.max(0, next - random.nextInt(5)) : next + 1;
                }
            }));
        }
        for (Future<?> instance : instances) {
            instance.get(60, TimeUnit.SECONDS);
        }

        assertThat(own(Reasons::after).find(ID))
                .contains(new Reasons(
                        LongStream.range(0, events).mapToObj(Long::toString).toList()));
    }

    @Test
    void aDocumentRebuiltMeanwhileIsNotWrittenOverByWhoReadTheOldOne() throws Exception {
        own(Reasons::after).apply(reason(0), 0);
        Paused pause = new Paused("1");
        Future<?> paused = threads.submit(() -> own(pause).apply(reason(1), 1));
        await(pause.reached);
        new Documents<>(database, definition(Reasons::after))
                .write("q", before -> new Documents.Change<>(new Reasons(List.of("mended")), 0, true));

        pause.goOn.countDown();
        paused.get(20, TimeUnit.SECONDS);

        assertThat(own(Reasons::after).find(ID)).contains(new Reasons(List.of("mended", "1")));
    }

    private AggregateProjection<QuestionEvent, Reasons> own(Evolver<QuestionEvent, Reasons> fold) {
        return new AggregateProjection<>(database, definition(fold), () -> {
            throw new AssertionError("nothing is to be rebuilt");
        });
    }

    private ReferenceProjection<QuestionEvent, Reasons> references(Evolver<QuestionEvent, Reasons> fold) {
        ProjectionFormats formats = new ProjectionFormats(database);
        formats.setCurrent(definition(fold));
        return new ReferenceProjection<>(
                database,
                definition(fold),
                () -> {
                    throw new AssertionError("nothing is to be rebuilt");
                },
                formats);
    }

    private static ProjectionDefinition<QuestionEvent, Reasons> definition(Evolver<QuestionEvent, Reasons> fold) {
        return ProjectionDefinition.of("reasons", QuestionEvent.class, Reasons.class, QuestionEvent::questionId, fold);
    }

    private static QuestionEvent reason(long number) {
        return new QuestionWithdrawn(ID, Long.toString(number), Instant.EPOCH);
    }

    private static Origin origin(long position) {
        return new Origin("other-service", position, Instant.EPOCH);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDocumentOfAnOlderBuildIsNotReadAsOneOfThis() {
        database.getCollection("reasons")
                .insertOne(new Document("_id", "q").append("version", 7L).append("entry", "{\"all\":[\"old\"]}"));

        assertThat(own(Reasons::after).find(ID)).isEmpty();
        assertThat(own(Reasons::after).page(ListQuery.page(null, 10)).items()).isEmpty();
    }
}
