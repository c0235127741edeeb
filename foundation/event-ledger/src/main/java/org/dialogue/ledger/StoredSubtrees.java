package org.dialogue.ledger;

import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonInvalidOperationException;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.SubtreeRoots;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the stored tree's parts, of which only some are stored.
 *
 * <p>Each document stores the frontier of the tree at its end: the roots of the perfect subtrees, one for each bit that
 * is set in the size. The hash of the leaves {@code [from, to)} is found from at most two documents, whatever the size:
 *
 * <ul>
 *   <li>If a document ends at {@code to} and no perfect subtree of its frontier reaches across {@code from}, then the
 *       last subtrees of the frontier, one for each bit set in {@code to - from}, are exactly these leaves.
 *   <li>Else the part is grown. Let the document that holds position {@code to} begin after {@code start} leaves. If
 *       {@code start <= from}, all the leaves are in that document. If not, the document before it ends at {@code start},
 *       its frontier gives {@code [from, start)}, and the leaves {@code [start, to)} are added to it.
 * </ul>
 *
 * <p>When does a perfect subtree reach across {@code from}? The frontier at size {@code n} splits {@code [0, n)} after
 * each prefix of n's binary digits. With {@code from} a multiple of {@code 2^h}, and {@code n - from < 2^h}, the digits of
 * {@code n} below h are those of {@code n - from} and the ones above are those of {@code from}: the frontier splits at
 * {@code from}. The parts that proofs ask for lie within {@code 2^h} leaves from a multiple of {@code 2^h}, so this holds
 * for all sizes between {@code from} and {@code to}; at {@code to} itself, a part of {@code 2^h} leaves may have been
 * merged with the one before it, and then it is grown.
 *
 * <p>A single leaf is hashed from its event, also where the frontier holds it: what is proven is the event as it is
 * stored now.
 *
 * <p>Keeps the commit read last, because neighbouring parts often are in one. Serves one proof, in one thread.
 */
final class StoredSubtrees implements SubtreeRoots {

    private final ConfirmedCommits commits;
    private List<RecordedEvent> lastRead = List.of();

    StoredSubtrees(ConfirmedCommits commits) {
        this.commits = commits;
    }

    @Override
    public byte[] root(long from, long to) {
        if (to - from > 1 && splits(from, to)) {
            LedgerHead end = endOfCommitHolding(to);
            if (end.lastPosition() == to) {
                return part(end.tree(), from).root();
            }
        }
        List<RecordedEvent> commit = commitHolding(to);
        long start = commit.get(0).position() - 1;
        CompactRange part = start > from ? part(treeThatEndsAt(start), from) : CompactRange.empty();
        long firstLeaf = from + part.size();
        List<byte[]> leaves = commit.subList((int) (firstLeaf - start), (int) (to - start)).stream()
                .map(RecordedEvent::leaf)
                .toList();
        return part.append(leaves).root();
    }

    /** Whether the frontier of the tree of a size splits here, that is, has no subtree with leaves on both sides. */
    private static boolean splits(long from, long size) {
        return from == 0 || size - from < Long.lowestOneBit(from);
    }

    /** The right end of a tree whose frontier splits here, as a tree of its own. */
    private static CompactRange part(CompactRange tree, long from) {
        long size = tree.size() - from;
        List<byte[]> frontier = tree.frontier();
        return CompactRange.of(size, frontier.subList(frontier.size() - Long.bitCount(size), frontier.size()));
    }

    private CompactRange treeThatEndsAt(long position) {
        LedgerHead end = endOfCommitHolding(position);
        if (end.lastPosition() != position) {
            throw new BrokenHistoryException(position);
        }
        return end.tree();
    }

    private LedgerHead endOfCommitHolding(long position) {
        LedgerHead head = readable(position, () -> commits.headHolding(position).orElse(null));
        if (head.firstPosition() > position || head.lastPosition() < position) {
            throw new BrokenHistoryException(position);
        }
        return head;
    }

    private static LedgerHead readable(long position, Supplier<@Nullable LedgerHead> reading) {
        LedgerHead head;
        try {
            head = reading.get();
        } catch (BsonInvalidOperationException | IllegalArgumentException malformed) {
            throw new BrokenHistoryException(position, malformed);
        }
        if (head == null) {
            throw new BrokenHistoryException(position);
        }
        return head;
    }

    private List<RecordedEvent> commitHolding(long position) {
        if (!holds(lastRead, position)) {
            RawBsonDocument stored = commits.holding(position).orElseThrow(() -> new BrokenHistoryException(position));
            LedgerHead end = readable(position, () -> CommitDocument.head(stored));
            List<RecordedEvent> commit = StoredEvents.all(stored);
            if (!holds(commit, position) || end.lastPosition() - end.firstPosition() + 1 != commit.size()) {
                throw new BrokenHistoryException(position);
            }
            lastRead = commit;
        }
        return lastRead;
    }

    private static boolean holds(List<RecordedEvent> commit, long position) {
        return !commit.isEmpty()
                && position >= commit.get(0).position()
                && position < commit.get(0).position() + commit.size();
    }
}
