package org.dialogue.kit.checkpoints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TopicContents;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.spring.LedgerProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a service signs is on Kafka, where it can no longer be taken back. */
@ServiceTest(
        classes = SampleService.class,
        properties = {"ledger.signing-key-file=target/keys/sample.pem", "ledger.create-key-file=true"})
class CheckpointsIT {

    @LocalServerPort
    int port;

    @Autowired
    DialogueProperties dialogue;

    @Autowired
    LedgerProperties ledger;

    @Autowired
    CheckpointIssuer issuer;

    @Autowired
    CheckpointCollection checkpoints;

    @Autowired
    CheckpointPublisher publisher;

    @Autowired
    MongoDatabase database;

    @Autowired
    MeterRegistry meters;

    @Test
    void checkpointsArePublishedInOrderOfSizeAndVerify() {
        for (int i = 0; i < 3; i++) {
            Caller.as(port, TestActors.secretariat()).post("/api/papers", "{\"reason\":\"to be signed\"}");
            issuer.issueIfNews();
        }
        long signed = checkpoints.latest().orElseThrow().size();
        await().until(() -> publisher.published() == signed);

        VerifierKey key = VerifierKey.parse(
                Caller.anonymous(port).get("/api/ledger/keys").text().strip());
        List<Long> sizes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record :
                TopicContents.read(TestServers.kafkaBootstrapServers(), dialogue.checkpointTopic())) {
            SignedNote note = SignedNote.parse(new String(record.value(), UTF_8));
            assertThat(key.verifies(note)).isTrue();
            assertThat(record.key()).asString(UTF_8).isEqualTo(ledger.origin());
            sizes.add(Checkpoint.parse(note.body()).tree().size());
        }
        assertThat(sizes).isSorted().endsWith(signed);
        assertThat(meters.get("dialogue.checkpoints.published").gauge().value()).isEqualTo(signed);
        assertThat(Caller.anonymous(port).get("/actuator/health").text())
                .contains("\"checkpointPublisher\"", "\"ledgerCheckpoints\"");

        goesOnAfterARestartWhereItEnded(signed);
    }

    @Test
    void everyStepOfTheProofIsServed() {
        Caller.as(port, TestActors.secretariat()).post("/api/papers", "{\"reason\":\"to be proven\"}");
        issuer.issueIfNews();
        long size = checkpoints.latest().orElseThrow().size();
        Caller anybody = Caller.anonymous(port);

        anybody.get("/api/ledger/checkpoints").expect(200);
        anybody.get("/api/ledger/checkpoints/latest").expect(200);
        anybody.get("/api/ledger/checkpoints/" + size).expect(200);
        anybody.get("/api/ledger/checkpoints/" + (size + 1)).expect(404);
        anybody.get("/api/ledger/tree/" + size).expect(200);
        anybody.get("/api/ledger/tree/" + (size + 1)).expect(404);
        anybody.get("/api/ledger/proofs/inclusion?position=1").expect(200);
        anybody.get("/api/ledger/proofs/inclusion?event=never-recorded").expect(404);
        anybody.get("/api/ledger/proofs/consistency?from=1&to=" + size).expect(200);
    }

    private void goesOnAfterARestartWhereItEnded(long signed) {
        String topic = dialogue.checkpointTopic();
        PublishedSize position = new PublishedSize(database.getCollection("checkpoints_published"), topic);
        assertThat(position.get()).isEqualTo(signed);
        position.advanceTo(1);
        assertThat(position.get()).isEqualTo(signed);

        CheckpointRelay restarted = new CheckpointRelay(checkpoints, position, CheckpointsIT::noProducer, topic);
        assertThat(sent(restarted)).isEqualTo(signed);
    }

    private static long sent(CheckpointRelay relay) {
        try {
            return relay.send();
        } catch (Exception failure) {
            throw new AssertionError("there was nothing to send", failure);
        }
    }

    private static Producer<byte[], byte[]> noProducer() {
        throw new KafkaException("nothing is to be sent");
    }
}
