package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    @TempDir
    private Path data;

    @Test
    void keepsRecordsAndGroupOffsetsOverARestartOnTheSamePort() throws Exception {
        int port = Ports.free();
        try (var kafka = EmbeddedKafka.start(data, port)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            createTopic(kafka, "letters");
            try (var producer = producer(kafka)) {
                producer.send(new ProducerRecord<>("letters", "first")).get();
                producer.send(new ProducerRecord<>("letters", "second")).get();
            }
            assertThat(consumeInGroup(kafka, "letters", 2)).containsExactly("first", "second");
        }
        try (var kafka = EmbeddedKafka.start(data, port)) {
            assertThat(readAll(kafka, "letters")).containsExactly("first", "second");
            try (var producer = producer(kafka)) {
                producer.send(new ProducerRecord<>("letters", "third")).get();
            }
            assertThat(consumeInGroup(kafka, "letters", 1)).containsExactly("third");
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenTheProcessIsKilled() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int round = 0; round < 2; round++) {
            List<String> printed = ChildJvm.runAndKill(AcknowledgedSends.class, 300, data, "r" + round);
            acknowledged.addAll(printed.subList(0, printed.size() - 1));
        }
        try (var kafka = EmbeddedKafka.start(data, 0)) {
            assertThat(acknowledged).hasSizeGreaterThan(500);
            assertThat(readAll(kafka, AcknowledgedSends.TOPIC)).containsAll(acknowledged);
        }
    }

    @Test
    void createsNoTopicByMistake() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("lettres"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(data, socket.getLocalPort()))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("Kafka")
                    .hasMessageContaining(String.valueOf(socket.getLocalPort()));
        }
    }

    private static void createTopic(EmbeddedKafka kafka, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "group.id", "readers",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static List<String> consumeInGroup(EmbeddedKafka kafka, String topic, int count) {
        try (var consumer = consumer(kafka)) {
            consumer.subscribe(List.of(topic));
            var values = poll(consumer, count);
            consumer.commitSync();
            return values;
        }
    }

    private static List<String> readAll(EmbeddedKafka kafka, String topic) {
        try (var consumer = consumer(kafka)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            return poll(consumer, (int) end);
        }
    }

    private static List<String> poll(KafkaConsumer<String, String> consumer, int count) {
        var values = new ArrayList<String>();
        Instant deadline = Instant.now().plusSeconds(120);
        while (values.size() < count && Instant.now().isBefore(deadline)) {
            consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
        }
        return values;
    }
}
