package org.dialogue.kit.publishing;

import java.time.Duration;
import org.dialogue.ledger.EventLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The thread that publishes. A local append wakes it; appends of other instances are found by polling. */
final class LedgerPublisher implements SmartLifecycle {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final String name;
    private final EventLedger ledger;
    private final PublisherLoop loop;
    private final Duration retryDelay;
    private final Bell bell = new Bell();

    private volatile boolean running;
    private @Nullable Thread thread;
    private EventLedger.@Nullable Subscription subscription;

    LedgerPublisher(String name, EventLedger ledger, PublisherLoop loop, Duration retryDelay) {
        this.name = name;
        this.ledger = ledger;
        this.loop = loop;
        this.retryDelay = retryDelay;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        subscription = ledger.onAppend(bell::ring);
        Thread started = new Thread(this::run, name);
        started.start();
        thread = started;
    }

    private void run() {
        try {
            while (running) {
                switch (loop.round()) {
                    case BUSY -> {}
                    case IDLE -> bell.await(POLL);
                    case FAILED -> Thread.sleep(retryDelay.toMillis());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            // Cleared, or closing the producer would be cut short.
            Thread.interrupted();
            loop.stop();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (subscription != null) {
            subscription.close();
        }
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        bell.ring();
        try {
            stopping.join(STOPPING.toMillis());
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
