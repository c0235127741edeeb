package org.dialogue.reports.witness;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger and the copy of its events part.
 *
 * @param first position of the first event that is not the same, or missing; absent if it is not known
 * @param agreedSize so many first events are the same
 * @param finding this in a sentence
 */
record Difference(@Nullable Long first, long agreedSize, String finding) {

    /**
     * Looks for the first difference by asking the publisher for roots at ever closer sizes. Two trees that have the same
     * root at a size hold the same events up to there.
     *
     * @param agreed the size up to which the ledger was the same when it last signed; 0 if it never did
     * @param size the size up to which they are compared; the copy reaches so far
     * @param copy the roots of the copy
     * @param publisher the ledger's holder
     */
    static Difference find(long agreed, long size, LongFunction<TreeHead> copy, Publisher publisher) {
        try {
            return search(agreed, size, copy, publisher);
        } catch (Publisher.Unreachable silent) {
            return new Difference(
                    null,
                    agreed,
                    "Where they part is not known, because the ledger's holder cannot be asked (%s): "
                                    .formatted(silent.getMessage())
                            + "after position %d, at %d or before, unless what was agreed on has been changed since"
                                    .formatted(agreed, size));
        }
    }

    private static Difference search(long agreed, long size, LongFunction<TreeHead> copy, Publisher publisher) {
        if (size == 0 || isSame(publisher.rootAt(size), copy.apply(size))) {
            return new Difference(
                    null,
                    size,
                    "Asked for its tree now, the ledger's holder gives that of the events received, up to size %d"
                            .formatted(size));
        }
        long same = 0;
        long differs = size;
        // Most often what was agreed on still stands, and the difference lies in the few events since.
        if (agreed > 0 && agreed < size) {
            if (isSame(publisher.rootAt(agreed), copy.apply(agreed))) {
                same = agreed;
            } else {
                differs = agreed;
            }
        }
        while (differs - same > 1) {
            long middle = same + (differs - same) / 2;
            if (isSame(publisher.rootAt(middle), copy.apply(middle))) {
                same = middle;
            } else {
                differs = middle;
            }
        }
        boolean missing = publisher.rootAt(differs).isEmpty();
        String finding = missing
                ? "The ledger ends at position %d: the first event it has lost is at position %d"
                        .formatted(same, differs)
                : "The first event that is not the one received is at position %d".formatted(differs);
        if (differs <= agreed) {
            finding += ", which it had put its name to when it signed size %d".formatted(agreed);
        }
        return new Difference(differs, same, finding);
    }

    private static boolean isSame(Optional<byte[]> theirs, TreeHead ours) {
        return theirs.isPresent() && Arrays.equals(theirs.get(), ours.root());
    }
}
