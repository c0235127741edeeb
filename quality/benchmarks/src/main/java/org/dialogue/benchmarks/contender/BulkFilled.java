package org.dialogue.benchmarks.contender;

import java.util.List;
import org.dialogue.benchmarks.workload.NewEvent;

/** A store so slow to append to that a long history is written in bulk, document by document as it would have been. */
public interface BulkFilled {

    /** Writes documents like those of as many commits of one event, in one statement. */
    void fill(List<NewEvent> commitsOfOneEvent);
}
