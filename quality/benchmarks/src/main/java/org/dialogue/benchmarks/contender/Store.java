package org.dialogue.benchmarks.contender;

import java.util.List;
import org.dialogue.benchmarks.workload.NewEvent;

/** Where a contender stores events. Safe for use by many writers at once. */
public interface Store extends AutoCloseable {

    /** Stores events together, and returns when a majority has them. */
    void append(List<NewEvent> commit);

    @Override
    default void close() {}
}
