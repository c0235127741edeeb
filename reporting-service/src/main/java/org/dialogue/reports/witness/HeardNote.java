package org.dialogue.reports.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note that was heard and waits to be judged.
 *
 * @param id names it in the book
 * @param source the ledger whose topic it came by
 * @param note as it was received
 * @param heardAt when
 * @param agreedThen the largest size that had been agreed to when it was refused, if it is judged for a second time
 */
record HeardNote(
        String id,
        String source,
        String note,
        Instant heardAt,
        @Nullable Long agreedThen) {}
