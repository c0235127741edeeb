package org.dialogue.reports.witness;

import java.time.Instant;

/**
 * A note that was heard and waits to be judged.
 *
 * @param id names it in the book
 * @param source the ledger whose topic it came by
 * @param note as it was received
 * @param heardAt when
 */
record HeardNote(String id, String source, String note, Instant heardAt) {}
