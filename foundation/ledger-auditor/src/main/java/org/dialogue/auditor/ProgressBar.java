package org.dialogue.auditor;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Shows how far the reading is: percent, rate, and what remains. On a terminal it is one line that changes; elsewhere it
 * is a plain line now and then.
 */
final class ProgressBar implements LongConsumer {

    private static final int WIDTH = 30;
    private static final long TERMINAL_PERIOD = Duration.ofMillis(200).toNanos();
    private static final long PLAIN_PERIOD = Duration.ofSeconds(10).toNanos();
    private static final double SECOND = 1e9;
    private static final double MEGABYTE = 1e6;

    private final PrintStream out;
    private final boolean isTerminal;
    private final long total;
    private final LongSupplier nanos;
    private final long started;
    private long shown;

    /**
     * @param out where it is shown
     * @param isTerminal whether a line can be written over
     * @param total number of bytes there are to read
     * @param nanos a clock that only runs forwards
     */
    ProgressBar(PrintStream out, boolean isTerminal, long total, LongSupplier nanos) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.total = total;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.shown = started;
    }

    /**
     * @param done number of bytes read
     */
    @Override
    public void accept(long done) {
        long now = nanos.getAsLong();
        if (now - shown >= (isTerminal ? TERMINAL_PERIOD : PLAIN_PERIOD)) {
            shown = now;
            show(done, (now - started) / SECOND);
        }
    }

    private void show(long done, double seconds) {
        double share = total == 0 ? 1 : Math.min(1, (double) done / total);
        double remaining = share == 0 ? 0 : seconds / share - seconds;
        String text = String.format(
                Locale.ROOT,
                "%3.0f %%  %.1f MB/s  %.0f s left",
                Math.floor(100 * share),
                done / MEGABYTE / seconds,
                Math.ceil(remaining));
        if (isTerminal) {
            int full = (int) (WIDTH * share);
            out.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text + "   ");
            out.flush();
        } else {
            out.println(text);
        }
    }

    /** Takes the bar away. */
    void end() {
        if (isTerminal) {
            out.print("\r" + " ".repeat(WIDTH + 50) + "\r");
            out.flush();
        }
    }
}
