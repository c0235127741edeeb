package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/** Enters what the sources say of themselves into the book. Kafka is told that a note was taken once it is in there. */
final class CheckpointTopics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointTopics.class);
    private static final int LOOK_FOR_TOPICS_MILLIS = 5_000;
    private static final int GIVEN_UP_AFTER_MILLIS = 10_000;

    /** A note holds some hundred bytes and at most a hundred signatures; what is longer is none. */
    private static final int LONGEST_NOTE = 64 * 1024;

    private final Map<String, Source> byTopic;
    private final CheckpointBook book;
    private final Runnable bell;
    private final Topics topics;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;

    CheckpointTopics(
            List<Source> sources,
            CheckpointBook book,
            Runnable bell,
            Topics topics,
            Map<String, Object> settings,
            String group,
            long retryMillis) {
        this.byTopic = sources.stream().collect(Collectors.toMap(Source::topic, Function.identity()));
        this.book = book;
        this.bell = bell;
        this.topics = topics;
        ContainerProperties properties =
                new ContainerProperties(byTopic.keySet().toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener((MessageListener<byte[], byte[]>) this::take);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        this.container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName(group);
        DefaultErrorHandler retrying =
                new DefaultErrorHandler(new FixedBackOff(retryMillis, FixedBackOff.UNLIMITED_ATTEMPTS));
        // By default some exceptions are not retried but logged and skipped.
        retrying.setClassifications(Map.of(), true);
        container.setCommonErrorHandler(retrying);
    }

    private static Map<String, Object> consumer(Map<String, Object> common) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, LOOK_FOR_TOPICS_MILLIS);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, GIVEN_UP_AFTER_MILLIS);
        return settings;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Source source = byTopic.get(record.topic());
        if (source == null) {
            throw new IllegalStateException("nothing is witnessed from " + record.topic());
        }
        byte[] value = record.value() == null ? new byte[0] : record.value();
        String note = new String(value, 0, Math.min(value.length, LONGEST_NOTE), UTF_8);
        if (book.hear(source.name(), note, record.offset())) {
            bell.run();
        }
    }

    @Override
    public void start() {
        for (String topic : byTopic.keySet()) {
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
