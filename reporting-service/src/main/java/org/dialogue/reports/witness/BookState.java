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
 */
public record BookState(
        @Nullable AgreedCheckpoint latest,
        int waiting,
        @Nullable Instant waitingSince,
        long refused) {

    static final BookState UNKNOWN = new BookState(null, 0, null, 0);
}
