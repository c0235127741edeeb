package org.dialogue.ledger.checkpoint;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.EventLedger.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a ledger again and again: after each append, though not more often than is useful, and in between. */
final class IssuerThread {

    private static final Logger log = LoggerFactory.getLogger(IssuerThread.class);

    /** Appends may ring thousands of times a second. One look serves all that rang in this time. */
    private static final Duration PACE = Duration.ofMillis(100);

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Supplier<Duration> look;
    private final Duration pauseAfterFailure;
    private final String name;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable Subscription appends;
    private boolean failing;

    /**
     * @param look does the work, and says how long to wait for the bell before the next look
     * @param every the usual time between looks
     */
    IssuerThread(Supplier<Duration> look, Duration every, String name) {
        this.look = look;
        this.pauseAfterFailure = every.compareTo(LONGEST_PAUSE_AFTER_FAILURE) < 0 ? every : LONGEST_PAUSE_AFTER_FAILURE;
        this.name = name;
    }

    synchronized void start(EventLedger ledger) {
        if (thread != null || closing.getCount() == 0) {
            throw new IllegalStateException("An issuer starts once");
        }
        appends = ledger.onAppend(this::ring);
        thread = new Thread(this::run, "checkpoints of " + name);
        thread.setDaemon(true);
        thread.start();
    }

    void close() {
        Thread ending;
        synchronized (this) {
            closing.countDown();
            ring();
            if (appends != null) {
                appends.close();
            }
            ending = thread;
        }
        // A listener that closes the issuer it listens to must not wait for itself.
        if (ending != null && ending != Thread.currentThread()) {
            join(ending);
        }
    }

    /** One permit is enough: they must not add up while nobody takes them. */
    private void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void run() {
        try {
            do {
                bell.tryAcquire(lookOnce().toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } while (!closing.await(PACE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            log.warn("The thread that issues the checkpoints of {} was interrupted and ends", name);
            Thread.currentThread().interrupt();
        }
    }

    private Duration lookOnce() throws InterruptedException {
        try {
            Duration pause = look.get();
            if (failing) {
                log.info("Checkpoints of {} can be issued again", name);
            }
            failing = false;
            return pause;
        } catch (RuntimeException | Error e) {
            // An error too: this thread's end would be noticed by nobody, and its next look may succeed.
            if (!failing) {
                log.warn("Checkpoints of {} cannot be issued now; it is tried again until it succeeds", name, e);
            }
            failing = true;
            // Not by the bell: appends that fail or succeed by turns should not hurry a server in trouble.
            closing.await(pauseAfterFailure.toMillis(), TimeUnit.MILLISECONDS);
            return Duration.ZERO;
        }
    }

    private void join(Thread ending) {
        try {
            ending.join(PATIENCE_AT_THE_END.toMillis());
            if (ending.isAlive()) {
                log.warn("The thread that issues the checkpoints of {} is still waiting for the server", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
