package org.dialogue.kit.consuming;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tries parked letters again from time to time. */
final class DeadLetterRetries implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetries.class);

    private final DeadLetters letters;
    private final Duration interval;
    private final ScheduledExecutorService timer;
    private volatile boolean running;

    DeadLetterRetries(DeadLetters letters, Duration interval, String threadName) {
        this.letters = letters;
        this.interval = interval;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, threadName));
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::retry, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A schedule ends with the first exception, so none may leave. */
    private void retry() {
        try {
            letters.retryAll();
        } catch (RuntimeException failure) {
            LOG.warn("Parked letters could not be tried: {}", failure.getClass().getName());
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
