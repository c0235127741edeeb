package org.dialogue.kit.publishing;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** A producer that is opened when it is first needed, and again after it was closed. Used by one thread. */
public final class ProducerOnDemand {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Supplier<Producer<byte[], byte[]>> producers;

    private @Nullable Producer<byte[], byte[]> producer;

    /** @param producers opens one */
    public ProducerOnDemand(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /** {@return the producer, opened now unless it is open} */
    public Producer<byte[], byte[]> get() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    /** Closes it at once. After a failure: what is still under way must not arrive behind what is sent next. */
    public void discard() {
        close(Duration.ZERO);
    }

    /** Closes it, and gives what is under way a moment to arrive. */
    public void close() {
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
