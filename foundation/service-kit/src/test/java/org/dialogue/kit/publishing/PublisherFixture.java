package org.dialogue.kit.publishing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.cloudevents.CloudEventWriter;
import org.dialogue.kit.events.EventSerializers;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;

/** A ledger with events, and publishers of it that need no service around them. */
final class PublisherFixture implements AutoCloseable {

    static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    final String topic = "test-" + UUID.randomUUID() + ".events";
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final EventLedger ledger;

    private final MongoClient client = MongoClients.create(TestServers.mongoUri());
    private final MongoDatabase database =
            client.getDatabase("publisher_" + UUID.randomUUID().toString().replace("-", ""));
    private int made;

    PublisherFixture() {
        ledger = EventLedger.open(database, "events");
    }

    void append(int count) {
        for (int i = 0; i < count; i++) {
            made++;
            ledger.append(List.of(LedgerEvent.ofAggregate(
                    UUID.randomUUID().toString(),
                    "question-withdrawn",
                    "1",
                    "question",
                    "question:q" + made,
                    0,
                    Instant.parse("2023-07-12T01:30:00.123456789Z"),
                    ("{\"number\": " + made + ", \"text\": \"đúng từng byte\"}").getBytes(StandardCharsets.UTF_8),
                    ("{\"subject\": \"s\",  \"traceparent\": \"" + TRACEPARENT + "\"}")
                            .getBytes(StandardCharsets.UTF_8))));
        }
    }

    PublisherPosition position(String node) {
        // However slow a machine is, a claim ends by being released.
        return position(node, Duration.ZERO, Duration.ofHours(1));
    }

    PublisherPosition position(String node, Duration renewal, Duration claimTimeout) {
        TokenStore tokens = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .trackingTokensCollectionName("tokens")
                        .mongoDatabase(database)
                        .build())
                .serializer(EventSerializers.forTokens())
                .nodeId(node)
                .claimTimeout(claimTimeout)
                .build();
        return new PublisherPosition(tokens, renewal);
    }

    PublisherLoop loop(
            PublisherPosition position, PublisherStatus status, Supplier<Producer<byte[], byte[]>> producers) {
        return new PublisherLoop(
                ledger,
                position,
                new Publication(new CloudEventWriter(topic, "sample-service"), position, Duration.ofMillis(200)),
                producers,
                status,
                meters,
                10);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
