package org.dialogue.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.LedgerVerification.Flaw;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Follows history document by document, believing nothing that can be recomputed. Every method throws {@link FlawFound}
 * at the first thing wrong.
 */
final class HistoryCheck {

    /** About 20 MB. */
    private static final int REMEMBERED = 50_000;

    private final KnownTrees known;
    private final RecentEvents recent = new RecentEvents(REMEMBERED);
    private final Map<String, Long> origins = new HashMap<>();
    private CompactRange tree = CompactRange.empty();
    private long appendedAt = Long.MIN_VALUE;
    private long newestTimestamp = Long.MIN_VALUE;

    HistoryCheck(List<TreeHead> known) {
        this.known = new KnownTrees(known);
        this.known.compare(tree, List.of());
    }

    void next(RawBsonDocument stored) {
        RawCommit commit = read(stored);
        checkPlace(commit);
        checkTime(commit);
        commit.events().forEach(this::checkEvent);
        checkNewestTimestamp(commit);
        checkOrigins(commit);
        grow(commit);
    }

    /** To be called behind the last document. */
    void end() {
        known.end(tree.size());
    }

    long nextPosition() {
        return tree.size() + 1;
    }

    TreeHead head() {
        return new TreeHead(tree.size(), tree.root());
    }

    List<TreeHead> confirmed() {
        return known.confirmed();
    }

    private RawCommit read(RawBsonDocument stored) {
        try {
            return RawCommit.of(stored);
        } catch (MalformedCommitException e) {
            throw at(
                    nextPosition() + e.eventsBefore(),
                    Flaw.MALFORMED,
                    "The document with the _id %s is no commit: %s".formatted(stored.get("_id"), e.getMessage()));
        }
    }

    private void checkPlace(RawCommit commit) {
        long first = commit.firstPosition();
        if (first > nextPosition()) {
            throw new FlawFound(
                    Flaw.MISSING,
                    nextPosition(),
                    first - 1,
                    "The document after position %d begins at position %d".formatted(tree.size(), first));
        }
        if (first < nextPosition()) {
            throw at(
                    Math.max(1, first),
                    Flaw.MISPLACED,
                    "A document begins at position %d, which the one before holds already".formatted(first));
        }
        if (commit.events().isEmpty()
                || commit.treeSize() != first + commit.events().size() - 1) {
            throw new FlawFound(
                    Flaw.MISCOUNTED,
                    first,
                    Math.max(first, commit.treeSize()),
                    "The document holds %d events and says that it ends at position %d"
                            .formatted(commit.events().size(), commit.treeSize()));
        }
    }

    private void checkTime(RawCommit commit) {
        if (commit.appendedAt() < appendedAt) {
            throw in(
                    commit,
                    Flaw.TIME_REVERSED,
                    "The document was recorded at %s, the one before at %s"
                            .formatted(Instant.ofEpochMilli(commit.appendedAt()), Instant.ofEpochMilli(appendedAt)));
        }
        appendedAt = commit.appendedAt();
    }

    private void checkEvent(RawEvent event) {
        if (event.id().isEmpty()
                || event.name().isEmpty()
                || event.aggregateId().isEmpty()
                || event.sequence() < 0) {
            throw at(event.position(), Flaw.MALFORMED, "The event lacks an id, a name, an aggregate or a sequence");
        }
        newestTimestamp = Math.max(newestTimestamp, millis(event));
        Origin origin = event.origin();
        if (origin != null) {
            origins.merge(origin.source(), origin.position(), Math::max);
        }
        recent.add(event);
    }

    private static long millis(RawEvent event) {
        try {
            Instant timestamp = Timestamps.parse(event.timestamp());
            if (timestamp.toString().equals(event.timestamp())) {
                return timestamp.toEpochMilli();
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw at(event.position(), Flaw.MALFORMED, "The timestamp of the event is none: " + e.getMessage());
        }
        throw at(event.position(), Flaw.MALFORMED, "The ledger does not write a timestamp like " + event.timestamp());
    }

    private void checkNewestTimestamp(RawCommit commit) {
        if (commit.newestTimestamp() != newestTimestamp) {
            throw in(
                    commit,
                    Flaw.NEWEST_TIMESTAMP_DIFFERS,
                    "The newest timestamp up to here is %s, not %s"
                            .formatted(
                                    Instant.ofEpochMilli(newestTimestamp),
                                    Instant.ofEpochMilli(commit.newestTimestamp())));
        }
    }

    private void checkOrigins(RawCommit commit) {
        if (!commit.origins().equals(origins)) {
            throw in(
                    commit,
                    Flaw.ORIGINS_DIFFER,
                    "What was copied up to here is %s, not %s".formatted(origins, commit.origins()));
        }
    }

    private void grow(RawCommit commit) {
        List<byte[]> leaves = commit.events().stream().map(RawEvent::leaf).toList();
        CompactRange grown = tree.append(leaves);
        if (!Arrays.equals(grown.root(), commit.root())) {
            throw in(
                    commit,
                    Flaw.ROOT_DIFFERS,
                    ("The events up to position %d have the root %s, not %s: something was"
                                    + " altered in this document, or in documents before that were hashed anew")
                            .formatted(grown.size(), hex(grown.root()), hex(commit.root())));
        }
        if (!Arrays.deepEquals(grown.frontier().toArray(), commit.frontier().toArray())) {
            throw in(
                    commit,
                    Flaw.FRONTIER_DIFFERS,
                    "The frontier of the tree of size %d is not the one stored".formatted(grown.size()));
        }
        known.compare(tree, leaves);
        tree = grown;
    }

    private static FlawFound at(long position, Flaw flaw, String explanation) {
        return new FlawFound(flaw, position, position, explanation);
    }

    private static FlawFound in(RawCommit commit, Flaw flaw, String explanation) {
        return new FlawFound(flaw, commit.firstPosition(), commit.treeSize(), explanation);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
