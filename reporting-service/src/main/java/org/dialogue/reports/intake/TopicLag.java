package org.dialogue.reports.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many records of each topic have not been consumed. Every ledger's topic has one partition, and every event is one
 * record, so this is how many positions the intake is behind its source.
 */
final class TopicLag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicLag.class);
    private static final long PATIENCE_SECONDS = 2;
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> partitions;
    private Map<String, Long> known = Map.of();
    private long askedAt;
    private boolean asked;

    TopicLag(Admin admin, String group, List<String> topics) {
        this.admin = admin;
        this.group = group;
        this.partitions =
                topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
    }

    /** {@return the records that wait on the topic, or not-a-number while Kafka does not tell} */
    synchronized double of(String topic) {
        // One scrape asks for every topic; Kafka is asked once.
        if (!asked || System.nanoTime() - askedAt > KEPT_NANOS) {
            known = ask();
            asked = true;
            askedAt = System.nanoTime();
        }
        Long lag = known.get(topic);
        return lag == null ? Double.NaN : lag;
    }

    private Map<String, Long> ask() {
        try {
            Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetAndMetadata> consumed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return partitions.stream()
                    .filter(ends::containsKey)
                    .collect(Collectors.toMap(
                            TopicPartition::topic, partition -> lag(ends.get(partition), consumed.get(partition))));
        } catch (ExecutionException | TimeoutException unavailable) {
            LOG.debug("Kafka does not tell how far the intake is behind", unavailable);
            return Map.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static long lag(@Nullable ListOffsetsResultInfo end, @Nullable OffsetAndMetadata consumed) {
        return end == null ? 0 : Math.max(0, end.offset() - (consumed == null ? 0 : consumed.offset()));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
