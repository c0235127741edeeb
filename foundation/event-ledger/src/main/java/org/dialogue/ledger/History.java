package org.dialogue.ledger;

import com.mongodb.client.MongoCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reading by position, and what is known of the end of history.
 *
 * <p>The newest commit seen by this process is remembered. To look for news is to ask for the one document that would
 * come next: cheap on every server, and true without a counter, because no position is ever left out.
 */
final class History {

    /** A process that fell far behind jumps to the end instead of walking there. */
    private static final int STEPS_BEFORE_JUMPING = 16;

    private final CommitCollection commits;
    private final int batchSize;
    private volatile Tip known = Tip.OF_NOTHING;

    History(CommitCollection commits, int batchSize) {
        this.commits = commits;
        this.batchSize = batchSize;
        commits.lastTip().ifPresent(this::learn);
    }

    /** The newest commit this process has seen. */
    Tip known() {
        return known;
    }

    synchronized void learn(Tip tip) {
        if (tip.lastPosition() > known.lastPosition()) {
            known = tip;
        }
    }

    /** The newest commit there is. */
    Tip newest() {
        for (int step = 0; step < STEPS_BEFORE_JUMPING; step++) {
            var next = commits.tipAt(known.lastPosition() + 1);
            if (next.isEmpty()) {
                return known;
            }
            learn(next.get());
        }
        commits.lastTip().ifPresent(this::learn);
        return known;
    }

    Stream<RecordedEvent> after(long position) {
        CommitsInOrder commitsInOrder = open(position, 0, newest());
        Stream<RecordedEvent> events = StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                commitsInOrder, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                        false)
                .flatMap(commit -> CommitDocument.events(commit).stream())
                .filter(event -> event.position() > position);
        return events.onClose(commitsInOrder::close);
    }

    List<RecordedEvent> after(long position, int limit) {
        // What is known is given at once; news is looked for when there is nothing else to give.
        Tip end = position < known.lastPosition() ? known : newest();
        List<RecordedEvent> page = new ArrayList<>();
        try (CommitsInOrder commitsInOrder = open(position, limit, end)) {
            while (page.size() < limit && commitsInOrder.hasNext()) {
                for (RecordedEvent event : CommitDocument.events(commitsInOrder.next())) {
                    if (event.position() > position && page.size() < limit) {
                        page.add(event);
                    }
                }
            }
        }
        return page;
    }

    long before(Instant timestamp) {
        var reached = commits.firstTipReaching(timestamp.toEpochMilli());
        if (reached.isEmpty()) {
            return newest().lastPosition();
        }
        // Documents know their newest timestamp to the millisecond only: the exact event is here or soon after.
        try (Stream<RecordedEvent> events = after(reached.get().firstPosition() - 1)) {
            return events.filter(event -> !event.event().timestamp().isBefore(timestamp))
                    .findFirst()
                    .map(event -> event.position() - 1)
                    .orElseGet(() -> newest().lastPosition());
        }
    }

    private CommitsInOrder open(long position, int limit, Tip end) {
        if (position < 0) {
            throw new IllegalArgumentException("Positions are not negative: " + position);
        }
        return new CommitsInOrder(position + 1, end, limit);
    }

    /**
     * Commits from the one that holds a position up to the end that was known when reading began. Ends early rather
     * than leave anything out, and says so.
     */
    private final class CommitsInOrder implements Iterator<BsonDocument>, AutoCloseable {

        private final Tip end;
        private final int limit;
        private long expected;
        private int given;
        private @Nullable MongoCursor<BsonDocument> cursor;

        CommitsInOrder(long from, Tip end, int limit) {
            this.expected = from;
            this.end = end;
            this.limit = limit;
        }

        @Override
        public boolean hasNext() {
            return expected <= end.lastPosition() && (limit == 0 || given < limit);
        }

        @Override
        public BsonDocument next() {
            if (!hasNext()) {
                throw new NoSuchElementException("No commit after position " + (expected - 1));
            }
            BsonDocument commit = nextStored();
            if (commit == null || CommitDocument.firstPosition(commit) > expected) {
                // Either reading starts within a commit, or the position is missing.
                close();
                commit = commits.holding(expected);
                if (commit == null || lastPosition(commit) < expected) {
                    throw new BrokenHistoryException(expected);
                }
            }
            expected = lastPosition(commit) + 1;
            given++;
            return commit;
        }

        private @Nullable BsonDocument nextStored() {
            if (cursor == null) {
                // The last commit is known, so no search is needed to start within it.
                long from = Math.min(expected, end.firstPosition());
                cursor = commits.startingIn(from, end.firstPosition(), batchSize, limit);
            }
            return cursor.hasNext() ? cursor.next() : null;
        }

        @Override
        public void close() {
            if (cursor != null) {
                cursor.close();
                cursor = null;
            }
        }

        private static long lastPosition(BsonDocument commit) {
            return CommitDocument.firstPosition(commit)
                    + commit.getArray(CommitDocument.EVENTS).size()
                    - 1;
        }
    }
}
