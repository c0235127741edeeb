package org.dialogue.reports.witness;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Leaf;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.tree.TreeHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trees of the sources, recomputed from the copies of their events in the own ledger. They follow the own ledger by
 * its positions, and use nothing that a source says about its tree. Used by one thread; sizes may be read by any.
 */
final class WitnessedTrees {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessedTrees.class);
    private static final long MARK_EVERY = 1_000;
    private static final long LOG_EVERY = 50_000;

    private final EventLedger ledger;
    private final TreeMarks marks;
    private final Map<String, SourceTree> trees = new LinkedHashMap<>();
    private final Map<String, Long> reportedMissing = new LinkedHashMap<>();
    private long position;
    private long markedAt;

    /** Picks up where the marks are. */
    WitnessedTrees(EventLedger ledger, TreeMarks marks, Collection<String> sources) {
        this.ledger = ledger;
        this.marks = marks;
        long start = Long.MAX_VALUE;
        for (String source : sources) {
            TreeMark mark = marks.atMost(source, Long.MAX_VALUE);
            trees.put(source, SourceTree.from(mark.tree()));
            start = Math.min(start, mark.ownPosition());
        }
        this.position = sources.isEmpty() ? 0 : start;
        this.markedAt = position;
    }

    SourceTree of(String source) {
        SourceTree tree = trees.get(source);
        if (tree == null) {
            throw new IllegalArgumentException("nothing is witnessed of " + source);
        }
        return tree;
    }

    /** Reads on in the own ledger up to its end. */
    void follow(BooleanSupplier goesOn) {
        long from = position;
        try (Stream<RecordedEvent> events = ledger.readAfter(position)) {
            for (Iterator<RecordedEvent> next = events.iterator(); goesOn.getAsBoolean() && next.hasNext(); ) {
                RecordedEvent copy = next.next();
                take(copy);
                position = copy.position();
                if (position - markedAt >= MARK_EVERY) {
                    mark();
                }
                if ((position - from) % LOG_EVERY == 0) {
                    LOG.info("The witness has read {} events of its ledger, up to {}", position - from, position);
                }
            }
        }
        trees.forEach(this::reportMissing);
    }

    private void take(RecordedEvent copy) {
        Origin origin = copy.event().origin();
        SourceTree tree = origin == null ? null : trees.get(origin.source());
        if (origin != null && tree != null) {
            tree.take(origin.position(), Leaf.hash(copy.event(), origin.recordedAt()));
        }
    }

    private void reportMissing(String source, SourceTree tree) {
        long missing = tree.missing().orElse(0);
        Long reported = reportedMissing.put(source, missing);
        if (missing > 0 && (reported == null || reported != missing)) {
            LOG.warn("{} {} has not been copied although later events have: its tree waits there", source, missing);
        }
    }

    /** Leaves marks where the trees are. One that waits for a missing position keeps its former mark. */
    void mark() {
        trees.forEach((source, tree) -> {
            if (tree.missing().isEmpty()) {
                marks.keep(source, new TreeMark(position, tree.range()));
            }
        });
        markedAt = position;
    }

    /**
     * The tree of a source at one size.
     *
     * @return empty if the copy does not reach so far
     */
    Optional<TreeHead> headAt(String source, long size) {
        TreeHead now = of(source).head();
        if (size >= now.size()) {
            return size == now.size() ? Optional.of(now) : Optional.empty();
        }
        TreeMark mark = marks.atMost(source, size);
        SourceTree past = SourceTree.upTo(size, mark.tree());
        try (Stream<RecordedEvent> events = ledger.readAfter(mark.ownPosition())) {
            for (Iterator<RecordedEvent> next = events.iterator(); past.size() < size && next.hasNext(); ) {
                RecordedEvent copy = next.next();
                Origin origin = copy.event().origin();
                if (origin != null && origin.source().equals(source)) {
                    past.take(origin.position(), Leaf.hash(copy.event(), origin.recordedAt()));
                }
            }
        }
        if (past.size() < size) {
            throw new IllegalStateException(
                    "the own ledger no longer holds what made up %s at size %d".formatted(source, size));
        }
        return Optional.of(past.head());
    }
}
