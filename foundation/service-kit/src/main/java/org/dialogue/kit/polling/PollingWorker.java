package org.dialogue.kit.polling;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** A thread that works in rounds, waits in between to be rung for, and lets no pause hold up its stopping. */
public abstract class PollingWorker implements SmartLifecycle {

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final String name;
    private final WakeSignal bell = new WakeSignal();

    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    /** @param name the thread's */
    protected PollingWorker(String name) {
        this.name = name;
    }

    /** Does what there is to do, and says what to wait for. What it throws ends the thread. */
    protected abstract Next round() throws InterruptedException;

    /** Called in the thread after its last round. */
    protected void end() {}

    /** There may be something to do. Returns at once. */
    public final void ring() {
        bell.ring();
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        stopped = new CountDownLatch(1);
        Thread started = new Thread(this::run, name);
        started.start();
        thread = started;
    }

    private void run() {
        try {
            while (isRunning()) {
                Next next = round();
                if (next.endsWhenRung()) {
                    bell.await(next.delay());
                } else {
                    stopped.await(next.delay().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            // Cleared, or the end would be cut short.
            Thread.interrupted();
            end();
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        bell.ring();
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
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
    public final boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /**
     * What happens after a round.
     *
     * @param delay how long at most until the next one
     * @param endsWhenRung whether being rung for ends the wait; to be stopped always does
     */
    protected record Next(Duration delay, boolean endsWhenRung) {

        /** Goes on at once. */
        public static final Next AT_ONCE = new Next(Duration.ZERO, false);

        /** Goes on when rung for. */
        public static Next whenRung(Duration atMost) {
            return new Next(atMost, true);
        }

        /** Goes on after a pause, which no ring shortens. */
        public static Next after(Duration pause) {
            return new Next(pause, false);
        }
    }
}
