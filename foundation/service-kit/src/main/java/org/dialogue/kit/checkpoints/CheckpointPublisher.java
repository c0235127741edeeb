package org.dialogue.kit.checkpoints;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.dialogue.kit.polling.PollingWorker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that publishes checkpoints. The issuer wakes it; what other instances issue, and have not published, is found
 * by looking. While Kafka is away it waits longer and longer, up to half a minute.
 */
final class CheckpointPublisher extends PollingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointPublisher.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final CheckpointRelay relay;
    private final Counter failures;
    private final Duration retryDelay;

    private volatile long published;
    private volatile @Nullable String failure;
    private Duration pause;

    CheckpointPublisher(String name, CheckpointRelay relay, Counter failures, Duration retryDelay) {
        super(name);
        this.relay = relay;
        this.failures = failures;
        this.retryDelay = retryDelay;
        this.pause = retryDelay;
    }

    /** {@return the size of the last checkpoint that is on the topic, 0 for none} */
    long published() {
        return published;
    }

    /** {@return why the last attempt failed, or empty if it did not} */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    protected Next round() throws InterruptedException {
        try {
            long sent = relay.send();
            // Before the number: whoever sees that it has moved must not still hear of the trouble that is over.
            failure = null;
            published = sent;
            pause = retryDelay;
            return Next.whenRung(POLL);
        } catch (ExecutionException | TimeoutException | RuntimeException failed) {
            recover(failed);
            Next next = Next.after(pause);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            return next;
        }
    }

    @Override
    protected void end() {
        relay.close();
    }

    private void recover(Exception failed) {
        failures.increment();
        failure = String.valueOf(failed.getMessage());
        LOG.warn("Checkpoints could not be published and are sent again: {}", failed.toString());
        relay.reset();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
