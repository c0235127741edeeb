package org.dialogue.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints one line for each step of the start once it is done, with the time that it took. */
final class Progress {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does the step and prints its name, what came of it, and its time. */
    <T> T step(String name, String outcome, Supplier<T> work) {
        long stepBegun = System.nanoTime();
        T result = work.get();
        out.println(String.format(Locale.ROOT, "  %-18s %-44s %5.1f s", name, outcome, secondsSince(stepBegun)));
        return result;
    }

    void say(String line) {
        out.println(line);
    }

    /** The last line of a start that succeeded. */
    void ready(String then) {
        out.println(String.format(Locale.ROOT, "Ready in %.1f s. %s", secondsSince(begun), then));
    }

    private static double secondsSince(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment).toMillis() / 1000.0;
    }
}
