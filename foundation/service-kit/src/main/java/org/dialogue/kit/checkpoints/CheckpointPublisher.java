package org.dialogue.kit.checkpoints;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.dialogue.kit.publishing.Bell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The thread that publishes checkpoints. The issuer wakes it; what other instances issue, and have not published, is found
 * by looking. While Kafka is away it waits longer and longer, up to half a minute.
 */
final class CheckpointPublisher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointPublisher.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final String name;
    private final CheckpointRelay relay;
    private final Counter failures;
    private final Duration retryDelay;
    private final Bell bell = new Bell();

    private volatile boolean running;
    private volatile long published;
    private volatile @Nullable String failure;
    private @Nullable Thread thread;

    CheckpointPublisher(String name, CheckpointRelay relay, Counter failures, Duration retryDelay) {
        this.name = name;
        this.relay = relay;
        this.failures = failures;
        this.retryDelay = retryDelay;
    }

    /** There may be something to send. */
    void ring() {
        bell.ring();
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
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        Thread started = new Thread(this::run, name);
        started.start();
        thread = started;
    }

    private void run() {
        Duration pause = retryDelay;
        try {
            while (running) {
                try {
                    published = relay.send();
                    failure = null;
                    pause = retryDelay;
                    bell.await(POLL);
                } catch (ExecutionException | TimeoutException | RuntimeException failed) {
                    recover(failed);
                    Thread.sleep(pause.toMillis());
                    pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            // Cleared, or closing the producer would be cut short.
            Thread.interrupted();
            relay.close();
        }
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

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        bell.ring();
        try {
            stopping.join(retryDelay.toMillis());
            stopping.interrupt();
            stopping.join(STOPPING.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
