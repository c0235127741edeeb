package org.dialogue.kit.consuming;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dialogue.kit.cloudevents.UnreadableRecord;

/**
 * Reads again what other services have told, from the beginning of their topics to what is there now: each event once, and
 * those of a source in the order of its ledger. Touches nothing that the inbox remembers.
 */
public final class TopicHistory {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final List<String> topicNames;
    private final Map<String, Object> settings;
    private final InboxMemory memory;
    private final TopicOwners owners;

    TopicHistory(List<String> topicNames, Map<String, Object> settings, InboxMemory memory, TopicOwners owners) {
        this.topicNames = List.copyOf(topicNames);
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.memory = memory;
        this.owners = owners;
    }

    /**
     * Reads all of it.
     *
     * @param listener is told each event; what it throws ends the reading
     * @throws IllegalStateException if the topics tell less than has been consumed from them
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    public void replay(Consumer<ReceivedEvent> listener) {
        Map<String, Long> consumed = memory.all();
        if (consumed.isEmpty()) {
            return;
        }
        Map<String, Sequence> sequences = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topicNames.stream()
                    .flatMap(topic -> partitions(consumer, topic))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            Instant lastNews = Instant.now();
            while (isBehind(consumer, ends)) {
                Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    take(record, sequences, listener);
                    lastNews = Instant.now();
                }
                if (lastNews.plus(PATIENCE).isBefore(Instant.now())) {
                    throw new IllegalStateException("Kafka has stopped to hand over the records of " + topicNames);
                }
            }
        }
        consumed.forEach((source, position) -> {
            Sequence sequence = sequences.get(source);
            long reached = sequence == null ? 0 : sequence.last;
            if (reached < position) {
                throw new IllegalStateException("%s tell of %s up to %d only, and %d has been consumed"
                        .formatted(topicNames, source, reached, position));
            }
        });
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()));
    }

    private static boolean isBehind(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue());
    }

    /** What is no event of ours, or not believed, lies parked since the inbox met it. */
    private void take(
            ConsumerRecord<byte[], byte[]> record, Map<String, Sequence> sequences, Consumer<ReceivedEvent> listener) {
        ReceivedEvent event;
        try {
            event = RawRecord.of(record).read();
        } catch (UnreadableRecord parked) {
            return;
        }
        if (!owners.believes(record.topic(), event.source())) {
            return;
        }
        sequences
                .computeIfAbsent(event.source(), source -> new Sequence())
                .take(event)
                .forEach(listener);
    }

    /** The events of one source in order: repeats left out, early ones held back. */
    private static final class Sequence {

        private final TreeMap<Long, ReceivedEvent> early = new TreeMap<>();
        private long last;

        Collection<ReceivedEvent> take(ReceivedEvent event) {
            if (event.position() <= last || event.position() - last > Inbox.CREDIBLY_EARLY) {
                return List.of();
            }
            early.putIfAbsent(event.position(), event);
            TreeMap<Long, ReceivedEvent> due = new TreeMap<>();
            while (early.containsKey(last + 1)) {
                last++;
                due.put(last, early.remove(last));
            }
            return due.values();
        }
    }
}
