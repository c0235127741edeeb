package org.dialogue.benchmarks.workload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The endless work of one writer: it goes to and fro between a few aggregates of its own, and replaces those that have
 * grown old. For use by one thread.
 */
public final class Feed {

    private static final int OPEN_AGGREGATES = 16;
    private static final int LIFETIME_IN_EVENTS = 100;

    private final String[] aggregates = new String[OPEN_AGGREGATES];
    private final long[] sequences = new long[OPEN_AGGREGATES];

    /** A writer with aggregates that no other has. */
    public Feed() {
        for (int i = 0; i < OPEN_AGGREGATES; i++) {
            aggregates[i] = Ids.next();
        }
    }

    /** The next commit: events of one aggregate, in sequence. */
    public List<NewEvent> next(int events) {
        int open = ThreadLocalRandom.current().nextInt(OPEN_AGGREGATES);
        if (sequences[open] >= LIFETIME_IN_EVENTS) {
            aggregates[open] = Ids.next();
            sequences[open] = 0;
        }
        List<NewEvent> commit = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            commit.add(new NewEvent(Ids.next(), aggregates[open], sequences[open]++, Instant.now(), Payloads.any()));
        }
        return commit;
    }
}
