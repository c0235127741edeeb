package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dialogue.ledger.TestEvents.events;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.ServerCursor;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bell for appends of others, with change streams that this test plays itself, as the embedded server has none. */
class WatchTest {

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Object CHANGE = new Object();
    private static final Object END = new Object();

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventLedger other = EventLedger.open(database, "events");
    private final AtomicInteger rings = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final BlockingQueue<Object> changes = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        other.close();
        database.drop();
    }

    @Test
    void ringsForEveryChangeTheServerTellsOf() {
        try (Watch watch = watch(this::stream, NEVER, NEVER)) {
            watch.start();
            awaitRings(1);

            changes.add(CHANGE);
            awaitRings(2);
            changes.add(CHANGE);
            awaitRings(3);
        }
    }

    @Test
    void pollsWhereThereAreNoChangeStreams() {
        try (Watch watch = watch(null, OFTEN, OFTEN)) {
            watch.start();
            await().atMost(Patience.LONGEST).untilAtomic(asked, greaterThan(0));

            other.append(events("a", 1));

            awaitRings(1);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void pollsWhileABrokenStreamIsNotReplaced() {
        try (Watch watch = watch(this::stream, OFTEN, NEVER)) {
            watch.start();
            awaitRings(1);

            changes.add(new MongoSocketReadException("The connection was cut", new ServerAddress()));
            other.append(events("a", 1));

            awaitRings(2);
            assertThat(streams).hasValue(1);
        }
    }

    @Test
    void leavesAStreamThatTheServerHasEnded() {
        try (Watch watch = watch(this::stream, OFTEN, NEVER)) {
            watch.start();
            awaitRings(1);

            changes.add(END);
            other.append(events("a", 1));

            awaitRings(2);
        }
    }

    @Test
    void asksForAnotherStreamAfterAWhileAndRingsForWhatCameBeforeIt() {
        try (Watch watch = watch(this::stream, NEVER, OFTEN)) {
            watch.start();
            awaitRings(1);

            changes.add(END);

            await().atMost(Patience.LONGEST).untilAtomic(streams, equalTo(2));
            awaitRings(2);
        }
    }

    @Test
    void isSilentOnceClosed() {
        Watch watch = watch(null, OFTEN, OFTEN);
        watch.start();
        await().atMost(Patience.LONGEST).untilAtomic(asked, greaterThan(0));
        watch.close();
        await().atMost(Patience.LONGEST)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("ledger-watch-" + database.getName())));

        other.append(events("a", 1));
        watch.start();

        assertThat(rings).hasValue(0);
        assertThat(asked).hasValue(1);
    }

    private void awaitRings(int expected) {
        await().atMost(Patience.LONGEST).untilAtomic(rings, equalTo(expected));
    }

    /**
     * @param stream what the server offers; null if it has no change streams
     */
    private Watch watch(
            @Nullable Supplier<MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>>> stream,
            Duration pollInterval,
            Duration retry) {
        CommitChanges played = new CommitChanges(database, database.getCollection("events", RawBsonDocument.class)) {
            @Override
            boolean areTold() {
                asked.incrementAndGet();
                return stream != null;
            }

            @Override
            MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> open() {
                streams.incrementAndGet();
                return Objects.requireNonNull(stream, "Nobody should ask for one")
                        .get();
            }
        };
        History history = new History(new CommitCollection(database, "events"), 100);
        return new Watch(database.getName(), played, history, rings::incrementAndGet, pollInterval, retry);
    }

    /** Delivers what is put into the queue, breaks on an exception, and ends as one does whose collection is dropped. */
    @SuppressWarnings("unchecked")
    private MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> stream() {
        MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> cursor = mock(MongoChangeStreamCursor.class);
        AtomicBoolean ended = new AtomicBoolean();
        when(cursor.getServerCursor())
                .thenAnswer(call -> ended.get() ? null : new ServerCursor(1, new ServerAddress()));
        when(cursor.tryNext()).thenAnswer(call -> {
            Object next = ended.get() ? null : changes.poll(20, TimeUnit.MILLISECONDS);
            if (next instanceof RuntimeException broken) {
                throw broken;
            }
            ended.compareAndSet(false, next == END);
            return next == CHANGE ? mock(ChangeStreamDocument.class) : null;
        });
        return cursor;
    }
}
