package org.dialogue.benchmarks.report;

import java.util.Locale;
import org.dialogue.benchmarks.measure.AppendRate;

/** Figures as tables show them. */
public final class Figures {

    private static final double HUNDRED = 100;
    private static final double TEN = 10;

    private Figures() {}

    /** A whole number with thousands apart. */
    public static String whole(double figure) {
        return String.format(Locale.ROOT, "%,.0f", figure);
    }

    /** A small number with as many digits as mean something. */
    public static String precise(double figure) {
        String format = figure >= HUNDRED ? "%,.0f" : figure >= TEN ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, figure);
    }

    /** Events a second, and the latency of half and of 99 of 100 commits. */
    public static String rate(AppendRate rate) {
        return "%s (%s / %s)"
                .formatted(whole(rate.eventsPerSecond()), precise(rate.p50Millis()), precise(rate.p99Millis()));
    }

    /** Bytes as mebibytes. */
    public static String mebibytes(long bytes) {
        return whole(bytes / (double) (1 << 20)) + " MiB";
    }
}
