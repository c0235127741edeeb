package org.dialogue.ledger;

import java.time.Instant;

/**
 * An event with its place in history.
 *
 * @param position place in the ledger; the first event has position 1, and no position is left out
 * @param recordedAt when the ledger recorded it, to the millisecond; never earlier than for any position before
 * @param event the event
 */
public record RecordedEvent(long position, Instant recordedAt, LedgerEvent event) {

    /**
     * The hash of this event in the ledger's tree, where it is the leaf with index {@code position - 1}.
     *
     * @return 32 bytes, see {@link Leaf}
     */
    public byte[] leaf() {
        return Leaf.hash(event, recordedAt);
    }
}
