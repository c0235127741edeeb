package org.dialogue.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints one line for each step of the start once it is done, with the time that it took. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does the step and prints its name, what came of it, and its time. */
    <T> T step(String name, String outcome, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "  %-18s %-44s %5.1f s", name, outcome, seconds));
        return result;
    }

    void say(String line) {
        out.println(line);
    }
}
