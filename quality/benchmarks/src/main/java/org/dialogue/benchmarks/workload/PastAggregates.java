package org.dialogue.benchmarks.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The aggregates of a history of a certain size: half of its events belong to aggregates of 10 events, half to
 * aggregates of 100. They are taken one by one, by any number of threads.
 */
public final class PastAggregates {

    private static final List<Integer> LENGTHS = List.of(10, 100);
    private static final int BLOCK = 1_000;

    private final List<Aggregate> all;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * Any aggregates, in this order.
     *
     * @param aggregates to be taken
     */
    public PastAggregates(List<Aggregate> aggregates) {
        this.all = List.copyOf(aggregates);
    }

    /**
     * An aggregate and how many events it has.
     *
     * @param id its name
     * @param events number of its events
     */
    public record Aggregate(String id, int events) {}

    /** The lengths of aggregates there are in a history. */
    public static List<Integer> lengths() {
        return LENGTHS;
    }

    /**
     * All aggregates of a history, in no special order, yet always the same.
     *
     * @param events size of the history, a multiple of 1,000
     */
    public static PastAggregates of(long events) {
        if (events % BLOCK != 0) {
            throw new IllegalArgumentException("Histories are multiples of %d events, not %d".formatted(BLOCK, events));
        }
        List<Aggregate> aggregates = new ArrayList<>();
        for (int length : LENGTHS) {
            long count = events / LENGTHS.size() / length;
            for (int number = 0; number < count; number++) {
                aggregates.add(new Aggregate(length + "-" + number, length));
            }
        }
        Collections.shuffle(aggregates, new Random(events));
        return new PastAggregates(aggregates);
    }

    /** The next aggregate; empty when there are no more. */
    public Optional<Aggregate> take() {
        int next = taken.getAndUpdate(count -> Math.min(count + 1, all.size()));
        return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
    }

    /** The aggregates taken so far. */
    public List<Aggregate> taken() {
        return all.subList(0, taken.get());
    }
}
