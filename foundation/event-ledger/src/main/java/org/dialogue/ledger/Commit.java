package org.dialogue.ledger;

import java.time.Instant;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Events that were recorded together: all of them or none.
 *
 * @param firstPosition position of the first event
 * @param lastPosition position of the last event
 * @param recordedAt when they were recorded, to the millisecond
 * @param tree the ledger's tree with these events in it, and with those that other writers recorded in the same instant
 */
public record Commit(long firstPosition, long lastPosition, Instant recordedAt, TreeHead tree) {

    /** One of several commits that were stored by the same insert. */
    Commit part(long first, int events) {
        return new Commit(first, first + events - 1, recordedAt, tree);
    }
}
