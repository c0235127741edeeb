package org.dialogue.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.dialogue.ledger.LedgerVerification.Flaw;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Trees known from elsewhere, which a history is held against as it is read. Two of one size are both held against it.
 */
final class KnownTrees {

    private final Deque<TreeHead> ahead;
    private final List<TreeHead> confirmed = new ArrayList<>();

    KnownTrees(List<TreeHead> known) {
        this.ahead = new ArrayDeque<>(known.stream()
                .distinct()
                .sorted(Comparator.comparingLong(TreeHead::size))
                .toList());
    }

    /** Compares all known trees that end among these leaves. */
    void compare(CompactRange before, List<byte[]> leaves) {
        CompactRange tree = before;
        TreeHead next = ahead.peek();
        while (next != null && next.size() <= before.size() + leaves.size()) {
            tree = tree.append(
                    leaves.subList((int) (tree.size() - before.size()), (int) (next.size() - before.size())));
            if (!Arrays.equals(tree.root(), next.root())) {
                throw differs(next);
            }
            confirmed.add(ahead.remove());
            next = ahead.peek();
        }
    }

    /** All that is known must have been met by now. */
    void end(long size) {
        TreeHead missed = ahead.peekLast();
        if (missed != null) {
            throw new FlawFound(
                    Flaw.CUT_SHORT,
                    size + 1,
                    missed.size(),
                    "History ends at position %d, but a tree of size %d is known".formatted(size, missed.size()));
        }
    }

    List<TreeHead> confirmed() {
        return List.copyOf(confirmed);
    }

    private FlawFound differs(TreeHead known) {
        long right =
                confirmed.isEmpty() ? 0 : confirmed.get(confirmed.size() - 1).size();
        return new FlawFound(
                Flaw.KNOWN_TREE_DIFFERS,
                Math.min(right + 1, known.size()),
                known.size(),
                right == 0
                        ? "The tree of size %d is not the one known; no smaller known tree agrees"
                                .formatted(known.size())
                        : "The tree of size %d is not the one known; that of size %d is: something was altered between"
                                .formatted(known.size(), right));
    }
}
