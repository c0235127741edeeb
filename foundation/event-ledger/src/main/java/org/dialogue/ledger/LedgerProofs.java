package org.dialogue.ledger;

import java.util.List;
import java.util.OptionalLong;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.ConsistencyProof;
import org.dialogue.ledger.tree.InclusionProof;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Proofs about a ledger, made from what is stored. Each takes a number of reads by index that grows with the logarithm
 * of the ledger's size, and holds at most one commit in memory.
 *
 * <p>Proofs are as good as the stored history: if somebody altered it, they fail against a checkpoint from before. Where
 * it was altered, an audit of an export tells.
 */
public final class LedgerProofs {

    private final CommitCollection commits;
    private final History history;

    LedgerProofs(CommitCollection commits, History history) {
        this.commits = commits;
        this.history = history;
    }

    /**
     * The tree over the first events of the ledger, at any size it ever had or could have had.
     *
     * @param size number of events, 0 or more
     * @throws IllegalArgumentException if the ledger does not hold so many
     * @throws BrokenHistoryException if what is stored is not whole
     */
    public TreeHead headAt(long size) {
        checkRecorded(size);
        if (size == 0) {
            return new TreeHead(0, CompactRange.empty().root());
        }
        return new TreeHead(size, new StoredSubtrees(commits.stored()).root(0, size));
    }

    /**
     * Proof that the event at a position is in the tree of a size.
     *
     * @param position position of the event, 1 or more
     * @param size number of events in the tree, not less than the position
     * @throws IllegalArgumentException if the tree has no such position, or the ledger does not hold so many events
     * @throws BrokenHistoryException if what is stored is not whole
     */
    public InclusionProof inclusion(long position, long size) {
        checkRecorded(size);
        return InclusionProof.of(position, size, new StoredSubtrees(commits.stored()));
    }

    /**
     * Proof that the tree of one size is the beginning of the tree of another.
     *
     * @param from number of events in the earlier tree, 0 or more
     * @param to number of events in the later tree, not less
     * @throws IllegalArgumentException if the earlier tree is the larger one, or the ledger does not hold so many events
     * @throws BrokenHistoryException if what is stored is not whole
     */
    public ConsistencyProof consistency(long from, long to) {
        checkRecorded(to);
        return ConsistencyProof.of(from, to, new StoredSubtrees(commits.stored()));
    }

    /**
     * Finds an event by its id.
     *
     * @return its position; empty if the ledger does not hold it
     */
    public OptionalLong positionOf(String eventId) {
        return commits.withEvent(eventId).stream()
                .mapToLong(commit -> {
                    List<String> ids = CommitDocument.eventIds(commit);
                    return CommitDocument.firstPosition(commit) + ids.indexOf(eventId);
                })
                .findFirst();
    }

    /**
     * @throws IllegalArgumentException if the ledger does not hold so many events
     */
    void checkRecorded(long size) {
        if (size < 0
                || (size > history.known().lastPosition()
                        && size > history.newest().lastPosition())) {
            throw new IllegalArgumentException("The ledger holds %d events; there is no tree of size %d"
                    .formatted(history.known().lastPosition(), size));
        }
    }
}
