package org.dialogue.reports.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the book said of a source when it was last read.
 *
 * @param latest the largest checkpoint that agreed; absent if none did
 * @param waiting how many notes wait to be judged
 * @param waitingSince when the first of them was heard; absent if none waits
 * @param refused how many notes were refused since a checkpoint last agreed
 * @param uncoveredSince since when there have been events that no checkpoint covers which agreed; absent if there are none
 */
public record BookState(
        @Nullable AgreedCheckpoint latest,
        int waiting,
        @Nullable Instant waitingSince,
        long refused,
        @Nullable Instant uncoveredSince) {

    static final BookState UNKNOWN = new BookState(null, 0, null, 0, null);
}
