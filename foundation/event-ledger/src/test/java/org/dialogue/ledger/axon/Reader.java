package org.dialogue.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.dialogue.ledger.Patience;

/**
 * Reads from a stream of Axon's embedded store as a processor does: it waits for a while, again and again. A single wait may
 * not end in time, because the stream looks for an event before it begins to listen for the call that there is one.
 */
final class Reader {

    private static final int MILLIS_OF_A_WAIT = 100;

    private Reader() {}

    static TrackedEventMessage<?> next(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        long started = System.nanoTime();
        while (!stream.hasNextAvailable(MILLIS_OF_A_WAIT, TimeUnit.MILLISECONDS)) {
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .as("time without an event")
                    .isLessThan(Patience.LONGEST);
        }
        return stream.nextAvailable();
    }
}
