package org.dialogue.reports.witness;

import org.dialogue.ledger.tree.CompactRange;

/**
 * A place from which a source's tree can go on.
 *
 * @param ownPosition position in the own ledger; all that the source's tree holds was copied up to there
 * @param tree the tree as it was there
 */
record TreeMark(long ownPosition, CompactRange tree) {

    /** Before anything was copied. */
    static final TreeMark START = new TreeMark(0, CompactRange.empty());
}
