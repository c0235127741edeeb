package org.dialogue.ledger;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of history as it is stored, recomputes every hash from the stored bytes, and compares what each document says
 * of itself and what is known from elsewhere. Streams: its memory does not grow with history.
 *
 * <p>Ids and sequences are followed over a window of many thousand events; what lies further apart is left to the
 * database's unique indexes.
 */
public final class LedgerVerifier {

    /** Commits may be large, and the embedded server does not keep its replies below what the driver accepts. */
    private static final int BATCH_SIZE = 100;

    private final StoredDocuments documents;

    LedgerVerifier(StoredDocuments documents) {
        this.documents = documents;
    }

    /**
     * For a collection that may be too damaged to be opened as a ledger. Writes nothing.
     */
    public static LedgerVerifier of(MongoDatabase database, String collection) {
        return new LedgerVerifier(new CommitCollection(database, collection).documents());
    }

    /**
     * Verifies everything that is stored when this is called.
     *
     * @param known trees of this ledger that are known from elsewhere, such as those of checkpoints; in any order
     * @param progress is told after each document
     */
    public LedgerVerification verify(List<TreeHead> known, ProgressListener progress) {
        return verify(known, 0, progress);
    }

    /**
     * @param confirmed start of a commit that is known to be confirmed, whether or not the server knows it already; or 0
     */
    LedgerVerification verify(List<TreeHead> known, long confirmed, ProgressListener progress) {
        HistoryCheck check = new HistoryCheck(known);
        try {
            Optional<BsonNumber> end = documents.greatestId().filter(greatest -> greatest.longValue() >= confirmed);
            if (end.isPresent() || confirmed > 0) {
                verifyUpTo(end.orElseGet(() -> new BsonInt64(confirmed)), check, progress);
            }
            documents.stranger().ifPresent(stranger -> {
                throw new FlawFound(
                        LedgerVerification.Flaw.MISPLACED,
                        check.nextPosition(),
                        check.nextPosition(),
                        "Behind the last commit is a document with the _id " + stranger);
            });
            check.end();
        } catch (FlawFound found) {
            return new LedgerVerification.Broken(
                    found.flaw(), found.firstPosition(), found.lastPosition(), found.explanation(), check.confirmed());
        }
        return new LedgerVerification.Whole(check.head(), check.confirmed());
    }

    private void verifyUpTo(BsonNumber end, HistoryCheck check, ProgressListener progress) {
        AtomicReference<@Nullable BsonValue> last = new AtomicReference<>();
        try (CommitCursor stored = new CommitCursor(() -> documents.inOrder(last.get(), end, BATCH_SIZE))) {
            for (RawBsonDocument next = stored.next(); next != null; next = stored.next()) {
                last.set(next.get(CommitDocument.ID));
                check.next(next);
                long position = check.nextPosition() - 1;
                progress.reached(position, Math.max(position, end.longValue()));
            }
        }
    }
}
