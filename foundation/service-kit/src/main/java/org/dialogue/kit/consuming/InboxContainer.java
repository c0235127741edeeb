package org.dialogue.kit.consuming;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dialogue.kit.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Runs the {@link KafkaInbox}: one thread, records in order. A record that fails is handed over again, for ever: that
 * happens only while nothing can be parked.
 */
final class InboxContainer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxContainer.class);
    private static final int RECORDS_AT_ONCE = 100;
    private static final int LOOK_FOR_TOPICS_MILLIS = 5_000;

    /** How long the partitions of a killed instance wait for another. Kafka's default of 45 s holds up every restart. */
    private static final int GIVEN_UP_AFTER_MILLIS = 10_000;

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final List<String> topicNames;
    private final Topics topics;

    InboxContainer(
            KafkaInbox inbox,
            Map<String, Object> common,
            String group,
            List<String> topicNames,
            Topics topics,
            Duration retryDelay) {
        this.topicNames = topicNames;
        this.topics = topics;
        ContainerProperties properties = new ContainerProperties(topicNames.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener(inbox);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        this.container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        settings(common), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName(group + "-inbox");
        container.setCommonErrorHandler(retryingForEver(retryDelay));
    }

    private static Map<String, Object> settings(Map<String, Object> common) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, LOOK_FOR_TOPICS_MILLIS);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, GIVEN_UP_AFTER_MILLIS);
        return settings;
    }

    private static DefaultErrorHandler retryingForEver(Duration delay) {
        DefaultErrorHandler handler =
                new DefaultErrorHandler(new FixedBackOff(delay.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
        // By default some exceptions are not retried but logged and skipped.
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    @Override
    public void start() {
        for (String topic : topicNames) {
            try {
                topics.ensure(topic);
            } catch (KafkaException | IllegalStateException failure) {
                LOG.warn("{}; it is looked for until it is there", failure.getMessage());
            }
        }
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
