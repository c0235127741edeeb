package org.dialogue.benchmarks.workload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.dialogue.benchmarks.workload.PastAggregates.Aggregate;

/**
 * The events of a history's aggregates. Several aggregates are open at a time, so that their events lie scattered among
 * those of others. For use by one thread; several may share where the aggregates come from.
 */
public final class PastEvents {

    private final Supplier<Optional<Aggregate>> waiting;
    private final Supplier<Instant> clock;
    private final int openAggregates;
    private final List<Open> open = new ArrayList<>();

    /**
     * Takes aggregates as long as there are any.
     *
     * @param waiting the next aggregate, empty when there are no more
     * @param openAggregates how many aggregates take turns
     * @param clock the events' timestamps
     */
    public PastEvents(Supplier<Optional<Aggregate>> waiting, int openAggregates, Supplier<Instant> clock) {
        this.waiting = waiting;
        this.openAggregates = openAggregates;
        this.clock = clock;
    }

    /** The next event; empty when all have been given. */
    public Optional<NewEvent> next() {
        while (open.size() < openAggregates) {
            Optional<Aggregate> aggregate = waiting.get();
            if (aggregate.isEmpty()) {
                break;
            }
            open.add(new Open(aggregate.get()));
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        int turn = ThreadLocalRandom.current().nextInt(open.size());
        Open chosen = open.get(turn);
        var event = new NewEvent(Ids.next(), chosen.aggregate.id(), chosen.sequence++, clock.get(), Payloads.any());
        if (chosen.sequence == chosen.aggregate.events()) {
            open.set(turn, open.get(open.size() - 1));
            open.remove(open.size() - 1);
        }
        return Optional.of(event);
    }

    private static final class Open {
        final Aggregate aggregate;
        long sequence;

        Open(Aggregate aggregate) {
            this.aggregate = aggregate;
        }
    }
}
