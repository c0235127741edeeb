package org.dialogue.ledger;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.RawBsonDocument;

/**
 * Events as they are stored, from the first to a position that is known to be there. Fails rather than leave anything
 * out.
 */
final class RawEventsInOrder implements Iterator<RawEvent>, AutoCloseable {

    /** Commits may be large, and the embedded server does not keep its replies below what the driver accepts. */
    private static final int BATCH_SIZE = 100;

    private final CommitCursor fetched;
    private final long last;
    private long expected = 1;
    private Iterator<RawEvent> commit = Collections.emptyIterator();

    /**
     * @param last the last position wanted
     */
    RawEventsInOrder(ConfirmedCommits commits, long last) {
        this.fetched = new CommitCursor(() -> commits.startingIn(this.expected, last, BATCH_SIZE));
        this.last = last;
    }

    Stream<RawEvent> stream() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, characteristics), false)
                .onClose(this::close);
    }

    @Override
    public boolean hasNext() {
        return expected <= last;
    }

    @Override
    public RawEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("Reading ends at position " + last);
        }
        if (!commit.hasNext()) {
            commit = nextCommit().events().iterator();
        }
        RawEvent event = commit.next();
        expected++;
        if (!hasNext()) {
            close();
        }
        return event;
    }

    private RawCommit nextCommit() {
        RawBsonDocument stored = fetched.next();
        if (stored == null) {
            throw new BrokenHistoryException(expected);
        }
        RawCommit next;
        try {
            next = RawCommit.of(stored);
        } catch (MalformedCommitException malformed) {
            throw new BrokenHistoryException(expected, malformed);
        }
        if (next.firstPosition() != expected || next.events().isEmpty()) {
            throw new BrokenHistoryException(expected);
        }
        return next;
    }

    @Override
    public void close() {
        fetched.close();
    }
}
