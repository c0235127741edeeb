package org.dialogue.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.testing.OtherService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.serializer.DeserializationException;

class TopicFollowerIT {

    private final String topic = "followed-" + UUID.randomUUID();
    private final Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers());
    private final OtherService sender = new OtherService(topic, "sender");
    private final List<String> handedOver = new CopyOnWriteArrayList<>();
    private final TopicFollower follower = new TopicFollower(
            "group-of-" + topic,
            List.of(topic),
            (MessageListener<byte[], byte[]>) this::take,
            settings,
            new Topics(settings),
            Duration.ofMillis(1));

    @AfterEach
    void close() {
        follower.stop();
        sender.close();
    }

    @Test
    void aRecordIsHandedOverUntilItIsTakenAndNoneBehindItBefore() {
        List.of("one", "two", "three").forEach(this::send);

        follower.start();
        await().until(() -> handedOver.contains("three"));
        follower.stop();

        assertThat(handedOver).containsExactly("one", "two", "two", "two", "three");
    }

    private void send(String text) {
        sender.send(new ProducerRecord<>(topic, text.getBytes(UTF_8)));
    }

    /** Twice fails with what Spring would not try again by itself. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        String text = new String(record.value(), UTF_8);
        handedOver.add(text);
        if (text.equals("two") && handedOver.stream().filter("two"::equals).count() < 3) {
            throw new DeserializationException("not taken", record.value(), false, null);
        }
    }
}
