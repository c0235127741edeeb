package org.dialogue.ledger;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.MongoCursor;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Events as they are stored, from the first to a position that is known to be there. Fails rather than leave anything
 * out.
 */
final class RawEventsInOrder implements Iterator<RawEvent>, AutoCloseable {

    /** Commits may be large, and the embedded server does not keep its replies below what the driver accepts. */
    private static final int BATCH_SIZE = 100;

    private final CommitCollection commits;
    private final long last;
    private long expected = 1;
    private Iterator<RawEvent> commit = Collections.emptyIterator();
    private @Nullable MongoCursor<RawBsonDocument> cursor;

    RawEventsInOrder(CommitCollection commits, long last) {
        this.commits = commits;
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
        expected++;
        return commit.next();
    }

    private RawCommit nextCommit() {
        RawBsonDocument stored = nextStored();
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

    private @Nullable RawBsonDocument nextStored() {
        try {
            return nextFetched();
        } catch (MongoCursorNotFoundException expired) {
            // The server forgets cursors that wait too long for their reader.
            cursor = null;
            return nextFetched();
        }
    }

    private @Nullable RawBsonDocument nextFetched() {
        MongoCursor<RawBsonDocument> open = cursor;
        if (open == null) {
            open = commits.startingIn(expected, last, BATCH_SIZE);
            cursor = open;
        }
        return open.hasNext() ? open.next() : null;
    }

    @Override
    public void close() {
        MongoCursor<RawBsonDocument> open = cursor;
        if (open != null) {
            open.close();
            cursor = null;
        }
    }
}
