package org.dialogue.standalone.sample;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long to wait for what arrives by events, or for a service that is away.
 *
 * @param limit after which waiting ends
 * @param pause between two looks
 * @param nanos the clock to measure by
 * @param sleeper lets time pass
 */
record Patience(Duration limit, Duration pause, LongSupplier nanos, Sleeper sleeper) {

    /** Lets time pass. */
    @FunctionalInterface
    interface Sleeper {

        void sleep(Duration time) throws InterruptedException;
    }

    static Patience of(Duration limit) {
        return new Patience(limit, Duration.ofMillis(25), System::nanoTime, time -> Thread.sleep(time.toMillis()));
    }

    Wait begin() {
        return new Wait(this, nanos.getAsLong());
    }

    /** One wait under way. */
    static final class Wait {

        private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

        private final Patience patience;
        private final long begun;
        private boolean told;

        private Wait(Patience patience, long begun) {
            this.patience = patience;
            this.begun = begun;
        }

        boolean isOver() {
            return elapsed().compareTo(patience.limit) >= 0;
        }

        /** {@return true once, when the wait has become long enough for a reader to wonder} */
        boolean becameLong() {
            boolean tell = !told && elapsed().compareTo(WORTH_TELLING) >= 0;
            told |= tell;
            return tell;
        }

        /**
         * Lets a moment pass.
         *
         * @throws SampleFailed if interrupted
         */
        void pause() {
            try {
                patience.sleeper.sleep(patience.pause);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SampleFailed("Interrupted while waiting.", interrupted);
            }
        }

        private Duration elapsed() {
            return Duration.ofNanos(patience.nanos.getAsLong() - begun);
        }
    }
}
