package org.dialogue.ledger;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.client.MongoCursor;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches commits through a cursor of the server, and goes on with another when that one is lost. A server forgets a
 * cursor whose reader takes ten minutes for a batch, and a failover or a cut connection takes it away.
 */
final class CommitCursor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CommitCursor.class);

    private final Supplier<MongoCursor<RawBsonDocument>> opening;
    private @Nullable MongoCursor<RawBsonDocument> cursor;

    /**
     * @param opening opens a cursor, at any time, on what its owner wants next
     */
    CommitCursor(Supplier<MongoCursor<RawBsonDocument>> opening) {
        this.opening = opening;
    }

    boolean isOpen() {
        return cursor != null;
    }

    /**
     * The next commit; null if there are no more, and then nothing is open.
     *
     * @throws MongoException if the server cannot be read: a lost cursor is replaced, but a new one is not
     */
    @Nullable
    RawBsonDocument next() {
        MongoCursor<RawBsonDocument> open = cursor;
        if (open != null) {
            try {
                return nextOf(open);
            } catch (MongoInterruptedException stopped) {
                throw stopped;
            } catch (MongoException lost) {
                log.debug("A cursor is lost; another one goes on", lost);
                close();
            }
        }
        open = opening.get();
        cursor = open;
        return nextOf(open);
    }

    private @Nullable RawBsonDocument nextOf(MongoCursor<RawBsonDocument> open) {
        if (open.hasNext()) {
            return open.next();
        }
        close();
        return null;
    }

    /** The next commit comes from a new cursor, if one is asked for. */
    @Override
    public void close() {
        MongoCursor<RawBsonDocument> open = cursor;
        cursor = null;
        if (open != null) {
            try {
                open.close();
            } catch (MongoException unreachable) {
                // The server forgets it by itself.
                log.debug("A cursor could not be closed", unreachable);
            }
        }
    }
}
