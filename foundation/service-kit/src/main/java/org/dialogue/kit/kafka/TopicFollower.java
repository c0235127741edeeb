package org.dialogue.kit.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Hands the records of topics to a listener: one thread, in the order of each topic, from its beginning on. Kafka is told
 * that a record was taken once the listener has returned; one at which it throws is handed over again, for ever, and none
 * behind it before. A topic that is missing, and cannot be created, is looked for until it is there.
 */
public final class TopicFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final int RECORDS_AT_ONCE = 100;
    private static final int LOOK_FOR_TOPICS_MILLIS = 5_000;

    /** How long the partitions of a killed instance wait for another. Kafka's default of 45 s holds up every restart. */
    private static final int GIVEN_UP_AFTER_MILLIS = 10_000;

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final List<String> topicNames;
    private final Topics topics;

    /**
     * A follower that has yet to be started.
     *
     * @param group whose position Kafka keeps: of all followers in a group, one is given a topic's records
     * @param topicNames full names of the topics
     * @param listener what is done with a record, or with all that were fetched together; must bear repeats
     * @param settings how to reach the cluster, from {@link KafkaSettings#forConsumer}
     * @param topics makes sure of the topics at the start
     * @param retryDelay wait before a record is handed over again
     */
    public TopicFollower(
            String group,
            List<String> topicNames,
            GenericMessageListener<?> listener,
            Map<String, Object> settings,
            Topics topics,
            Duration retryDelay) {
        this.topicNames = List.copyOf(topicNames);
        this.topics = topics;
        ContainerProperties properties = new ContainerProperties(topicNames.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener(listener);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        this.container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        following(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        // Names its thread.
        container.setBeanName(group);
        container.setCommonErrorHandler(retryingForEver(retryDelay));
    }

    private static Map<String, Object> following(Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>(given);
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
