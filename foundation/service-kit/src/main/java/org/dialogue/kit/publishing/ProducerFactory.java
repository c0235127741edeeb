package org.dialogue.kit.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dialogue.kit.kafka.Topics;

/**
 * Makes producers that acknowledge only what all in-sync replicas hold, keep the order over retries, and never give a
 * record up by themselves.
 */
public final class ProducerFactory implements Supplier<Producer<byte[], byte[]>> {

    private static final int ASKING_MILLIS = 5_000;

    private final Map<String, Object> settings;
    private final Topics topics;
    private final String topic;

    /**
     * Makes producers for one topic, which is created before the first send if it is missing.
     *
     * @param common how to reach the cluster
     */
    public ProducerFactory(Map<String, Object> common, Topics topics, String topic) {
        this.settings = new HashMap<>(common);
        this.topics = topics;
        this.topic = topic;
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // Shorter than the token's claim lives, so that it can be renewed while the broker is away.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ASKING_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ASKING_MILLIS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    }

    @Override
    public Producer<byte[], byte[]> get() {
        topics.ensure(topic);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
