package org.dialogue.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store itself would look for news once a day: whatever is seen here was rung for. */
class LedgerEventStoreTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoClient elsewhere = MongoClients.create(TestServers.mongoUri());

    @AfterEach
    void end() {
        elsewhere.close();
        database.drop();
    }

    @Test
    void seesAppendsThroughAnotherEngineOfTheSameLedger() throws InterruptedException {
        try (EventLedger ledger = ledger(database, Duration.ofDays(1))) {
            assertSeen(ledger, ledger);
        }
    }

    @Test
    void seesAppendsOfAnotherProcessByPolling() throws InterruptedException {
        assumeTrue(!TestServers.hasRealMongo(), "a replica set has change streams");
        try (EventLedger ledger = ledger(database, Duration.ofMillis(10));
                EventLedger other = ledger(elsewhere.getDatabase(database.getName()), Duration.ofDays(1))) {
            assertSeen(ledger, other);
        }
    }

    @Test
    void seesAppendsOfAnotherProcessByTheChangeStream() throws InterruptedException {
        assumeTrue(TestServers.hasRealMongo(), "the embedded server has no change streams");
        try (EventLedger ledger = ledger(database, Duration.ofDays(1));
                EventLedger other = ledger(elsewhere.getDatabase(database.getName()), Duration.ofDays(1))) {
            assertSeen(ledger, other);
        }
    }

    @Test
    void listensNoMoreOnceShutDown() {
        EventLedger ledger = mock(EventLedger.class);
        EventLedger.Subscription news = mock(EventLedger.Subscription.class);
        when(ledger.onAppend(any())).thenReturn(news);
        LedgerEventStore store = new LedgerEventStore(
                EmbeddedEventStore.builder().storageEngine(mock(EventStorageEngine.class)), ledger);

        store.shutDown();

        verify(news).close();
    }

    private void assertSeen(EventLedger read, EventLedger appendedTo) throws InterruptedException {
        LedgerEventStore store = new LedgerEventStore(
                EmbeddedEventStore.builder()
                        .storageEngine(TestEngines.on(read).build())
                        .fetchDelay(TimeUnit.DAYS.toMillis(1)),
                read);
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
            for (long position = 1; position <= 3; position++) {
                appendedTo.append(TestEvents.events("a" + position, 1));

                assertThat(Reader.next(stream).trackingToken().position()).hasValue(position);
            }
        } finally {
            store.shutDown();
        }
    }

    private static EventLedger ledger(MongoDatabase database, Duration pollInterval) {
        return EventLedger.in(database, "events").pollInterval(pollInterval).open();
    }
}
