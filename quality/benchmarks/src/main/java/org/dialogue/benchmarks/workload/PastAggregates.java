package org.dialogue.benchmarks.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The aggregates of a history of a certain size: half of its events belong to aggregates of 10 events, half to
 * aggregates of 100, as names like {@code 10-4711} tell.
 */
public final class PastAggregates {

    private static final int SHORT = 10;
    private static final int LONG = 100;
    private static final int BLOCK = 1_000;

    private PastAggregates() {}

    /**
     * An aggregate and how many events it has.
     *
     * @param id its name
     * @param events number of its events
     */
    public record Aggregate(String id, int events) {}

    /** The lengths of aggregates there are in a history. */
    public static List<Integer> lengths() {
        return List.of(SHORT, LONG);
    }

    /**
     * All aggregates of a history, in no special order, yet always the same.
     *
     * @param events size of the history, a multiple of 1,000
     */
    public static List<Aggregate> of(long events) {
        if (events % BLOCK != 0) {
            throw new IllegalArgumentException("Histories are multiples of %d events, not %d".formatted(BLOCK, events));
        }
        List<Aggregate> aggregates = new ArrayList<>();
        for (int length : lengths()) {
            for (int number = 0; number < count(events, length); number++) {
                aggregates.add(aggregate(length, number));
            }
        }
        Collections.shuffle(aggregates, new Random(events));
        return aggregates;
    }

    /** Any aggregates of one length, endlessly. */
    public static Stream<Aggregate> any(long events, int length) {
        return Stream.generate(
                () -> aggregate(length, ThreadLocalRandom.current().nextInt(count(events, length))));
    }

    private static int count(long events, int length) {
        return Math.toIntExact(events / lengths().size() / length);
    }

    private static Aggregate aggregate(int length, int number) {
        return new Aggregate(length + "-" + number, length);
    }
}
