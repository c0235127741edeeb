package org.dialogue.ledger;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Events from a position on, until there are no more. Ends early rather than leave anything out, and says so. Whoever asks
 * again after the end gets what has been appended since.
 */
final class EventsInOrder extends Spliterators.AbstractSpliterator<RecordedEvent> implements AutoCloseable {

    /** So near to the end, commits are fetched by their positions one by one: no search, no cursor to keep open. */
    static final int NEAR = 16;

    /** Commits that are fetched before it is known how large they are. */
    private static final int SAMPLE = 100;

    /** Enough to make the way to the server short for each commit; little enough to be kept by many readers. */
    private static final int BYTES_TO_FETCH = 4 << 20;

    private final History history;
    private final ConfirmedCommits commits;
    private final CommitCursor fetched;
    private final int mostCommits;
    private final int near;
    private int batchSize;
    private int sampled;
    private long sampledBytes;
    private long expected;
    private LedgerHead end;
    private Iterator<RecordedEvent> page = Collections.emptyIterator();

    /**
     * @param expected the first position wanted
     * @param end how far history is known to go, so that nobody has to look; may be nothing
     * @param mostCommits greatest number of commits to fetch at a time
     * @param near so many events before the end, commits are fetched one by one; 0 to meet each document that is stored
     */
    EventsInOrder(History history, ConfirmedCommits commits, long expected, LedgerHead end, int mostCommits, int near) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
        this.history = history;
        this.commits = commits;
        this.fetched = new CommitCursor(() -> commits.startingIn(this.expected, this.end.firstPosition(), batchSize));
        this.expected = expected;
        this.end = end;
        this.mostCommits = mostCommits;
        this.near = near;
        this.batchSize = Math.min(mostCommits, SAMPLE);
    }

    @Override
    public boolean tryAdvance(Consumer<? super RecordedEvent> action) {
        while (!page.hasNext()) {
            if (!knowsMore()) {
                return false;
            }
            page = nextPage().iterator();
        }
        action.accept(page.next());
        return true;
    }

    private boolean knowsMore() {
        if (expected > end.lastPosition()) {
            // A cursor reaches only as far as was known when it was opened.
            close();
            end = history.newest();
        }
        return expected <= end.lastPosition();
    }

    private List<RecordedEvent> nextPage() {
        List<RecordedEvent> events = eventsOf(next());
        if (events.isEmpty() || events.get(0).position() > expected) {
            // Either reading starts within a commit, or the position is missing.
            close();
            events = eventsOf(commits.holding(expected).orElse(null));
            if (lastPosition(events) < expected) {
                throw new BrokenHistoryException(expected);
            }
        }
        int known = (int) (expected - events.get(0).position());
        expected = lastPosition(events) + 1;
        return events.subList(known, events.size());
    }

    private @Nullable RawBsonDocument next() {
        if (!fetched.isOpen()) {
            if (expected >= end.firstPosition()) {
                // Within the last commit or at its start, which is known.
                return commits.at(end.firstPosition()).orElse(null);
            }
            if (end.lastPosition() - expected < near) {
                return commits.at(expected).orElse(null);
            }
            Optional<RawBsonDocument> remembered = commits.remembered(expected);
            if (remembered.isPresent()) {
                return remembered.get();
            }
        }
        RawBsonDocument commit = fetched.next();
        if (commit != null) {
            if (CommitDocument.firstPosition(commit) < expected) {
                // It stands within the commit before: somebody put it there.
                throw new BrokenHistoryException(CommitDocument.firstPosition(commit));
            }
            adapt(commit);
        }
        return commit;
    }

    /** Commits may hold one small event or hundreds; once some are known, a cursor that suits them takes over. */
    private void adapt(RawBsonDocument commit) {
        if (sampled < SAMPLE) {
            sampled++;
            sampledBytes += commit.getByteBuffer().remaining();
            if (sampled == SAMPLE) {
                int suitable = (int) Math.min(mostCommits, Math.max(1, BYTES_TO_FETCH * (long) SAMPLE / sampledBytes));
                if (suitable != batchSize) {
                    batchSize = suitable;
                    close();
                }
            }
        }
    }

    private static List<RecordedEvent> eventsOf(@Nullable RawBsonDocument commit) {
        return commit == null ? List.of() : StoredEvents.all(commit);
    }

    private static long lastPosition(List<RecordedEvent> events) {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    }

    @Override
    public void close() {
        fetched.close();
    }
}
