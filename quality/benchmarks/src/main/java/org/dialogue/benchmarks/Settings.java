package org.dialogue.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How thoroughly to measure.
 *
 * @param window for how long each cell is measured in each round
 * @param warmUp for how long each cell runs before that
 * @param rounds how often all cells are measured in turn; the median counts
 * @param histories numbers of stored events at which reading and appending are measured, ascending
 * @param slowHistory the longest history given to contenders that are too slow for longer ones
 * @param bound the longest that one replay may take before its rate is reported from what it has read
 * @param fillBound the longest that filling one history may take before it is used as it is
 */
public record Settings(
        Duration window,
        Duration warmUp,
        int rounds,
        List<Long> histories,
        long slowHistory,
        Duration bound,
        Duration fillBound) {

    /** The most events stored in any history. */
    public long longestHistory() {
        return histories.get(histories.size() - 1);
    }
}
