package org.dialogue.ledger;

import java.util.List;
import org.dialogue.ledger.tree.TreeHead;

/**
 * What became of a {@link LedgerVerifier verification}.
 *
 * <p>A history that fits together proves nothing yet: whoever can write to the database can hash all of it anew, or put
 * back an older state. Only trees that were seen or signed before tell; so each outcome says up to which of them history
 * is {@link #confirmed() confirmed}.
 */
public sealed interface LedgerVerification {

    /**
     * The known trees that history agrees with, in order of size. Up to the last of them, nothing was altered since it
     * was known.
     */
    List<TreeHead> confirmed();

    /**
     * Size of the greatest known tree that history agrees with; 0 if there is none.
     */
    default long confirmedSize() {
        List<TreeHead> heads = confirmed();
        return heads.isEmpty() ? 0 : heads.get(heads.size() - 1).size();
    }

    /**
     * Everything stored fits together and agrees with all known trees.
     *
     * @param head the tree over all events, recomputed
     */
    record Whole(TreeHead head, List<TreeHead> confirmed) implements LedgerVerification {}

    /**
     * Something is wrong. What comes after it was not looked at.
     *
     * @param flaw what is wrong
     * @param firstPosition the first position that may be wrong
     * @param lastPosition the last position up to which something is wrong for certain; the same if it is exactly known
     * @param explanation what was found and what was expected, in English
     */
    record Broken(Flaw flaw, long firstPosition, long lastPosition, String explanation, List<TreeHead> confirmed)
            implements LedgerVerification {}

    /**
     * Ways in which history can be wrong.
     */
    enum Flaw {
        /** Positions are missing before a later document. */
        MISSING,
        /** A document is where none belongs. */
        MISPLACED,
        /** A document is no commit as the format asks for, or an event no event. */
        MALFORMED,
        /** A document holds more or fewer events than it says. */
        MISCOUNTED,
        /** A document was recorded before its predecessor, by what it says. */
        TIME_REVERSED,
        /** A document says something else of the newest timestamp up to it than the events do. */
        NEWEST_TIMESTAMP_DIFFERS,
        /** A document says something else of the sources copied from than the events do. */
        ORIGINS_DIFFER,
        /** An event has not the sequence that comes next in its aggregate. */
        SEQUENCE_BROKEN,
        /** The id of an event was there before. */
        DUPLICATE_ID,
        /** The events do not have the root that is stored with them: they were altered here, or hashed anew before. */
        ROOT_DIFFERS,
        /** The root is right, but not the frontier that the next writer goes on from. */
        FRONTIER_DIFFERS,
        /** Everything stored fits together, but not with a tree known from before: history was hashed anew. */
        KNOWN_TREE_DIFFERS,
        /** History ends before a tree known from before: its end was cut off, or an older state restored. */
        CUT_SHORT
    }
}
