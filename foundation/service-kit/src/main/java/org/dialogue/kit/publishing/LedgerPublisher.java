package org.dialogue.kit.publishing;

import java.time.Duration;
import org.dialogue.kit.polling.PollingWorker;
import org.dialogue.ledger.EventLedger;
import org.jspecify.annotations.Nullable;

/** The thread that publishes events. Appends wake it; it looks by itself, too. */
final class LedgerPublisher extends PollingWorker {

    private static final Duration POLL = Duration.ofMillis(500);

    private final EventLedger ledger;
    private final PublisherLoop loop;
    private final Duration retryDelay;

    private EventLedger.@Nullable Subscription subscription;

    LedgerPublisher(String name, EventLedger ledger, PublisherLoop loop, Duration retryDelay) {
        super(name);
        this.ledger = ledger;
        this.loop = loop;
        this.retryDelay = retryDelay;
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            subscription = ledger.onAppend(this::ring);
            super.start();
        }
    }

    @Override
    protected Next round() throws InterruptedException {
        return switch (loop.round()) {
            case BUSY -> Next.AT_ONCE;
            case IDLE -> Next.whenRung(POLL);
            case FAILED -> Next.after(retryDelay);
        };
    }

    @Override
    protected void end() {
        loop.stop();
    }

    @Override
    public synchronized void stop() {
        if (subscription != null) {
            subscription.close();
        }
        super.stop();
    }
}
