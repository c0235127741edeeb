package org.dialogue.kit.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dialogue.embedded.EmbeddedKafka;
import org.dialogue.kit.kafka.Topics;
import org.dialogue.kit.testing.TopicContents;
import org.dialogue.ledger.Leaf;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, which can be stopped. */
class BrokerOutageIT {

    private final PublisherFixture fixture = new PublisherFixture();
    private final PublisherStatus status = new PublisherStatus();

    @TempDir
    private Path directory;

    private EmbeddedKafka broker;
    private LedgerPublisher publisher;

    @BeforeEach
    void start() {
        broker = EmbeddedKafka.start(directory, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        PublisherLoop loop = fixture.loop(
                fixture.position("one"), status, new ProducerFactory(settings, new Topics(settings), fixture.topic));
        publisher = new LedgerPublisher("outage-publisher", fixture.ledger, loop, Duration.ofMillis(200));
        publisher.start();
    }

    @AfterEach
    void stop() {
        publisher.stop();
        fixture.close();
        broker.close();
    }

    @Test
    void loseNothingAndKeepTheOrder() {
        String servers = broker.bootstrapServers();
        fixture.append(20);
        await().until(() -> status.position().orElse(0) == 20);

        broker.close();
        fixture.append(30);
        assertThat(fixture.ledger.head()).isEqualTo(50);
        assertThat(status.position()).hasValue(20);

        broker = EmbeddedKafka.start(directory, port(servers));
        await().until(() -> status.position().orElse(0) == 50);
        publisher.stop();

        List<ConsumerRecord<byte[], byte[]>> records = TopicContents.read(servers, fixture.topic);
        assertThat(firstOccurrences(records))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
        proves(records.get(0), fixture.ledger.readAfter(0, 1).get(0));
    }

    private static int port(String servers) {
        return Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
    }

    /** A record alone yields the leaf of its event, and other programs read it as a CloudEvent. */
    private static void proves(ConsumerRecord<byte[], byte[]> record, RecordedEvent recorded) {
        String[] type = text(record, "ce_type").split("\\.v");
        byte[] leaf = Leaf.hash(
                text(record, "ce_id"),
                type[0].substring("org.dialogue.".length()),
                type[1],
                text(record, "ce_aggregatetype"),
                text(record, "ce_subject"),
                Long.parseLong(text(record, "ce_sequence")),
                text(record, "ce_time"),
                Instant.parse(text(record, "ce_recordedat")).toEpochMilli(),
                record.value(),
                record.headers().lastHeader("ce_metadata").value());
        assertThat(leaf).isEqualTo(recorded.leaf());

        CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
        assertThat(event.getId()).isEqualTo(recorded.event().id());
        assertThat(event.getSource()).hasToString("sample-service");
        assertThat(event.getType()).isEqualTo("org.dialogue.question-withdrawn.v1");
        assertThat(event.getSubject()).isEqualTo("question:q1");
        assertThat(event.getTime().toInstant()).isEqualTo(recorded.event().timestamp());
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getData().toBytes()).isEqualTo(recorded.event().payload());
        assertThat(event.getExtension("position")).isEqualTo("1");
        assertThat(event.getExtension("traceparent")).isEqualTo(PublisherFixture.TRACEPARENT);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("question:q1");
    }

    /** What remains for a consumer that passes over what it has seen. */
    private static List<Long> firstOccurrences(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Long> positions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            long position = Long.parseLong(text(record, "ce_position"));
            if (positions.isEmpty() || position > positions.get(positions.size() - 1)) {
                positions.add(position);
            }
        }
        return positions;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
