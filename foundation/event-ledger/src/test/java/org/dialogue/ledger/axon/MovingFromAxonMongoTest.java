package org.dialogue.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A history that axon-mongo has stored, taken over as the README says. */
class MovingFromAxonMongoTest {

    private static final Instant BEGIN = Instant.parse("2021-03-01T08:00:00.125Z");
    private static final int EVENTS = 30;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventStorageEngine former = MongoEventStorageEngine.builder()
            .mongoTemplate(DefaultMongoTemplate.builder()
                    .mongoDatabase(TestMongo.client(), database.getName())
                    .build())
            .eventSerializer(TestEngines.SERIALIZER)
            .snapshotSerializer(TestEngines.SERIALIZER)
            .build();
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final EventStorageEngine engine =
            TestEngines.on(database).ledger(ledger).build();

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void theWholeHistoryIsTakenOverAlsoInSeveralGoes() {
        List<DomainEventMessage<?>> stored = IntStream.range(0, EVENTS)
                .<DomainEventMessage<?>>mapToObj(i -> new GenericDomainEventMessage<>(
                        "Order",
                        "order-" + i % 3,
                        i / 3,
                        new GenericMessage<>("said " + i, Map.of("by", "somebody")),
                        BEGIN.plusSeconds(i)))
                .toList();
        former.appendEvents(stored);

        takeOver(10);
        takeOver(EVENTS);

        List<? extends TrackedEventMessage<?>> taken =
                engine.readEvents(null, false).toList();
        assertThat(taken).hasSize(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) taken.get(i);
            DomainEventMessage<?> before = stored.get(i);
            assertThat(event.getIdentifier()).isEqualTo(before.getIdentifier());
            assertThat(event.getType()).isEqualTo("Order");
            assertThat(event.getAggregateIdentifier()).isEqualTo(before.getAggregateIdentifier());
            assertThat(event.getSequenceNumber()).isEqualTo(before.getSequenceNumber());
            assertThat(event.getTimestamp()).isEqualTo(before.getTimestamp());
            assertThat(event.getPayload()).isEqualTo(before.getPayload());
            assertThat(event.getMetaData()).isEqualTo(before.getMetaData());
        }
        assertThat(engine.readEvents("order-1").asStream()).hasSize(EVENTS / 3);
    }

    private void takeOver(int most) {
        try (Stream<? extends TrackedEventMessage<?>> events = former.readEvents(null, false)) {
            events.limit(most).skip(ledger.head()).forEach(event -> engine.appendEvents(event));
        }
    }
}
