package org.dialogue.benchmarks.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast appends went.
 *
 * @param eventsPerSecond events acknowledged in a second, by all writers together
 * @param p50Millis half of the commits were acknowledged within this time
 * @param p99Millis 99 of 100 commits were
 * @param allocatedBytesPerEvent what the writers' threads allocated, the making of the event included
 */
public record AppendRate(double eventsPerSecond, double p50Millis, double p99Millis, double allocatedBytesPerEvent) {

    /** The median of each figure over several rounds. */
    public static AppendRate median(List<AppendRate> rounds) {
        return new AppendRate(
                median(rounds, AppendRate::eventsPerSecond),
                median(rounds, AppendRate::p50Millis),
                median(rounds, AppendRate::p99Millis),
                median(rounds, AppendRate::allocatedBytesPerEvent));
    }

    private static double median(List<AppendRate> rounds, ToDoubleFunction<AppendRate> figure) {
        return Medians.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
