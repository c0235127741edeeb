package org.dialogue.kit.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * Connects the {@link Inbox} with Kafka. Where a position is missing, the topic is read again from its beginning, once:
 * what had been handled is passed over quickly. It throws, and so is handed the record again, only while nothing can be
 * parked.
 */
final class KafkaInbox implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerSeekAware {

    private final Inbox inbox;
    private final InboxMemory memory;
    private final InboxStatus status;
    private final Timer timer;

    KafkaInbox(Inbox inbox, InboxMemory memory, InboxStatus status, MeterRegistry meters) {
        this.inbox = inbox;
        this.memory = memory;
        this.status = status;
        this.timer = Timer.builder("dialogue.consuming")
                .description("From taking a record to having handled or parked it")
                .register(meters);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        for (int i = 0; i < records.size(); i++) {
            try {
                take(records.get(i), consumer);
            } catch (RuntimeException failure) {
                inbox.store();
                throw new BatchListenerFailedException("a record can be neither handled nor parked", failure, i);
            }
        }
        inbox.store();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, @Nullable Consumer<?, ?> consumer) {
        Inbox.Outcome outcome = timer.record(() -> inbox.take(RawRecord.of(record)));
        if (outcome == Inbox.Outcome.GAP_FOUND) {
            Objects.requireNonNull(consumer, "the container hands its consumer over")
                    .seekToBeginning(List.of(new TopicPartition(record.topic(), record.partition())));
        }
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        memory.reload();
        inbox.restart();
        Map<String, Long> handledBefore = memory.all();
        status.beginsAt(handledBefore);
        if (handledBefore.isEmpty()) {
            callback.seekToBeginning(assignments.keySet());
        }
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        memory.reload();
    }
}
