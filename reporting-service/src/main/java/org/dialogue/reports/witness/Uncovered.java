package org.dialogue.reports.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when a ledger has had events that no checkpoint covers which agreed. A ledger that grows and signs no more can be
 * rewritten unnoticed from there on. Remembered by this process only, and used by one thread.
 */
final class Uncovered {

    private long size;
    private @Nullable Instant since;

    /**
     * Looks once.
     *
     * @param received so many events were received
     * @param agreed the largest size that agreed; 0 if none did yet
     * @return since when the oldest of those not covered has been known; absent if all are covered
     */
    @Nullable
    Instant look(long received, long agreed, Instant now) {
        if (received <= agreed) {
            since = null;
        } else if (since == null || agreed >= size) {
            size = received;
            since = now;
        }
        return since;
    }
}
