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
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bell for appends of others, with change streams that this test plays itself, as the embedded server has none. */
class WatchTest {

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Supplier<MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>>> NO_STREAMS = () -> {
        throw new IllegalStateException("Nobody should ask for one");
    };

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventLedger other = EventLedger.open(database, "events");
    private final AtomicInteger rings = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final BlockingQueue<Object> changes = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        other.close();
        database.drop();
    }

    @Test
    void ringsForEveryChangeTheServerTellsOf() {
        try (EventLedger ledger = ledger(NEVER, this::stream)) {
            ledger.onAppend(rings::incrementAndGet);
            await().untilAtomic(rings, greaterThan(0));
            int before = rings.get();

            changes.add("change");

            await().untilAtomic(rings, greaterThan(before));
        }
    }

    @Test
    void pollsWhereThereAreNoChangeStreams() {
        try (EventLedger ledger = ledger(OFTEN, NO_STREAMS)) {
            ledger.onAppend(rings::incrementAndGet);
            await().untilAtomic(asked, greaterThan(0));

            other.append(events("a", 1));

            await().untilAtomic(rings, greaterThan(0));
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void pollsWhileABrokenStreamIsNotReplaced() {
        try (EventLedger ledger = ledger(OFTEN, this::stream)) {
            ledger.onAppend(rings::incrementAndGet);
            await().untilAtomic(rings, equalTo(1));

            changes.add(new MongoSocketReadException("The connection was cut", new ServerAddress()));
            other.append(events("a", 1));

            await().untilAtomic(rings, greaterThan(1));
        }
    }

    @Test
    void isSilentOnceClosed() {
        EventLedger ledger = ledger(OFTEN, NO_STREAMS);
        ledger.onAppend(rings::incrementAndGet);
        await().untilAtomic(asked, greaterThan(0));
        ledger.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("ledger-watch-" + database.getName() + ".events")));

        other.append(events("a", 1));

        assertThat(rings).hasValue(0);
        assertThat(ledger.head()).isEqualTo(1);
    }

    private EventLedger ledger(
            Duration pollInterval, Supplier<MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>>> streams) {
        CommitCollection commits = new CommitCollection(database, "events") {
            @Override
            boolean hasChangeStreams() {
                asked.incrementAndGet();
                return streams != NO_STREAMS;
            }

            @Override
            MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> changes() {
                return streams.get();
            }
        };
        return new EventLedger(
                commits, Clock.systemUTC(), "writer", CommitLimits.DEFAULT, 100, Duration.ofSeconds(10), pollInterval);
    }

    /** Delivers what is put into the queue, and breaks on an exception. */
    @SuppressWarnings("unchecked")
    private MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> stream() {
        MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> cursor = mock(MongoChangeStreamCursor.class);
        when(cursor.tryNext()).thenAnswer(call -> {
            Object next = changes.poll(20, TimeUnit.MILLISECONDS);
            if (next instanceof RuntimeException broken) {
                throw broken;
            }
            return next == null ? null : mock(ChangeStreamDocument.class);
        });
        return cursor;
    }
}
