package org.dialogue.reports.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * How a witnessed ledger stands.
 *
 * @param source the ledger
 * @param tree the tree of what was received from it without a gap
 * @param missing the position that has not come, although later ones have
 * @param book what became of its checkpoints
 * @param keys whose signatures are believed; none while they are not known
 */
public record Standing(Source source, TreeHead tree, OptionalLong missing, BookState book, List<VerifierKey> keys) {

    /** Keeps its own copy of the keys. */
    public Standing {
        keys = List.copyOf(keys);
    }

    /** {@return whether nothing speaks against the ledger, and nothing has waited, or gone unsigned, for longer than that} */
    boolean isSound(Instant now, Duration patience) {
        return missing.isEmpty()
                && book.refused() == 0
                && isRecent(book.waitingSince(), now, patience)
                && isRecent(book.uncoveredSince(), now, patience);
    }

    private static boolean isRecent(@Nullable Instant since, Instant now, Duration patience) {
        return since == null || !since.plus(patience).isBefore(now);
    }
}
