package org.dialogue.kit.checkpoints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Kafka may be away when checkpoints are issued. */
class CheckpointPublisherTest {

    private static final String TOPIC = "nghe-an.sample.checkpoints";
    private static final int OUTAGES = 2;

    private final MongoClient client = MongoClients.create(TestServers.mongoUri());
    private final MongoDatabase database =
            client.getDatabase("checkpoints_" + UUID.randomUUID().toString().replace("-", ""));
    private final CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");
    private final PublishedSize position = new PublishedSize(database.getCollection("published"), TOPIC);
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AtomicInteger attempts = new AtomicInteger();
    private final Counter failures = new SimpleMeterRegistry().counter("failures");
    private final CheckpointPublisher publisher = new CheckpointPublisher(
            "checkpoints",
            new CheckpointRelay(checkpoints, position, this::connect, TOPIC),
            failures,
            Duration.ofMillis(50));

    @BeforeEach
    void keepThree() {
        SigningKey key = SigningKey.generate("nghe-an/sample-service");
        for (long size = 1; size <= 3; size++) {
            Checkpoint checkpoint = new Checkpoint("nghe-an/sample-service", new TreeHead(size, new byte[32]));
            SignedNote note = new SignedNote(checkpoint.body(), List.of(key.sign(checkpoint.body())));
            checkpoints.keep(new IssuedCheckpoint(checkpoint, note, Instant.EPOCH));
        }
        position.advanceTo(1);
    }

    @AfterEach
    void drop() {
        publisher.stop();
        database.drop();
        client.close();
    }

    private Producer<byte[], byte[]> connect() {
        if (attempts.incrementAndGet() <= OUTAGES) {
            throw new KafkaException("the broker is away");
        }
        return producer;
    }

    @Test
    void whatWasIssuedMeanwhileIsSentInOrderWhenKafkaIsBack() {
        publisher.start();
        await().until(() -> publisher.published() == 3);

        assertThat(producer.history())
                .extracting(record -> size(record.value()))
                .containsExactly(2L, 3L);
        assertThat(producer.history())
                .allSatisfy(record -> assertThat(record.topic()).isEqualTo(TOPIC));
        assertThat(failures.count()).isEqualTo(OUTAGES);
        assertThat(position.get()).isEqualTo(3);
        assertThat(new CheckpointsAutoConfiguration()
                        .checkpointPublisherHealthIndicator(publisher)
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void healthSaysWhatHoldsThemUp() {
        attempts.set(Integer.MIN_VALUE);
        publisher.start();
        await().until(() -> publisher.failure().isPresent());

        assertThat(new CheckpointsAutoConfiguration()
                        .checkpointPublisherHealthIndicator(publisher)
                        .health()
                        .getStatus())
                .isEqualTo(DegradedStatus.DEGRADED);
        assertThat(publisher.failure()).hasValue("the broker is away");
        assertThat(position.get()).isEqualTo(1);
    }

    private static long size(byte[] note) {
        return Checkpoint.parse(SignedNote.parse(new String(note, UTF_8)).body())
                .tree()
                .size();
    }
}
