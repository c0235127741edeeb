package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

/** Enters what the sources say of themselves into the book. Kafka is told that a note was taken once it is in there. */
final class CheckpointListener implements MessageListener<byte[], byte[]> {

    /** A note holds some hundred bytes and at most a hundred signatures; what is longer is none. */
    private static final int LONGEST_NOTE = 64 * 1024;

    private final Map<String, Source> byTopic;
    private final CheckpointBook book;
    private final Runnable bell;

    CheckpointListener(List<Source> sources, CheckpointBook book, Runnable bell) {
        this.byTopic = sources.stream().collect(Collectors.toMap(Source::topic, Function.identity()));
        this.book = book;
        this.bell = bell;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> record) {
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
}
