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
import org.dialogue.kit.publishing.ProducerOnDemand;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;

/**
 * Sends the checkpoints that a topic does not hold yet, in order of size, one after the other. Each is sent at least once:
 * what was sent before a failure is sent again, and instances of a service may send the same, which does no harm.
 */
final class CheckpointRelay {

    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CheckpointCollection checkpoints;
    private final PublishedSize published;
    private final ProducerOnDemand producer;
    private final String topic;

    CheckpointRelay(
            CheckpointCollection checkpoints,
            PublishedSize published,
            Supplier<Producer<byte[], byte[]>> producers,
            String topic) {
        this.checkpoints = checkpoints;
        this.published = published;
        this.producer = new ProducerOnDemand(producers);
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
        producer.get().send(new ProducerRecord<>(topic, origin, note)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** After a failure: what is still under way must not arrive behind what is sent next. */
    void reset() {
        producer.discard();
    }

    void close() {
        producer.close();
    }
}
