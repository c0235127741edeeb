package org.dialogue.kit.checkpoints;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * Sends the checkpoints that a topic does not hold yet, in order of size, one after the other. Each is sent at least once:
 * what was sent before a failure is sent again, and instances of a service may send the same, which does no harm.
 */
final class CheckpointRelay {

    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final CheckpointCollection checkpoints;
    private final PublishedSize published;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final String topic;

    private @Nullable Producer<byte[], byte[]> producer;

    CheckpointRelay(
            CheckpointCollection checkpoints,
            PublishedSize published,
            Supplier<Producer<byte[], byte[]>> producers,
            String topic) {
        this.checkpoints = checkpoints;
        this.published = published;
        this.producers = producers;
        this.topic = topic;
    }

    /**
     * Sends until there is nothing left to send.
     *
     * @return the size of the last checkpoint that the topic holds, 0 for none
     * @throws ExecutionException if the broker refused one
     * @throws TimeoutException if the broker did not acknowledge one
     */
    long send() throws ExecutionException, TimeoutException, InterruptedException {
        long sent = published.get();
        List<IssuedCheckpoint> page = checkpoints.after(sent, PAGE);
        while (!page.isEmpty()) {
            for (IssuedCheckpoint issued : page) {
                send(issued);
                sent = issued.size();
                published.advanceTo(sent);
            }
            page = checkpoints.after(sent, PAGE);
        }
        return sent;
    }

    private void send(IssuedCheckpoint issued) throws ExecutionException, TimeoutException, InterruptedException {
        byte[] origin = issued.checkpoint().origin().getBytes(UTF_8);
        byte[] note = issued.note().text().getBytes(UTF_8);
        openProducer().send(new ProducerRecord<>(topic, origin, note)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Producer<byte[], byte[]> openProducer() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    /** After a failure: what is still under way must not arrive behind what is sent next. */
    void reset() {
        close(Duration.ZERO);
    }

    void close() {
        close(CLOSING);
    }

    private void close(Duration patience) {
        Producer<byte[], byte[]> current = producer;
        producer = null;
        if (current != null) {
            current.close(patience);
        }
    }
}
