package org.dialogue.ledger;

import java.util.List;
import org.bson.RawBsonDocument;

/** Opens to the micro benchmarks what the ledger keeps to itself. */
public final class CommitCoding {

    private CommitCoding() {}

    /** What a writer does in its own thread before it waits for the insert. */
    public static Object prepared(List<LedgerEvent> events) {
        return PendingCommit.of(events, CommitLimits.DEFAULT);
    }

    /** The whole way from a first commit's events to the document that is inserted: checks, encoding, leaves and tree. */
    public static RawBsonDocument encoded(List<LedgerEvent> events, long now) {
        List<PreparedEvent> prepared =
                PendingCommit.of(events, CommitLimits.DEFAULT).events();
        return CommitDocument.of(LedgerHead.OF_NOTHING.extendedBy(prepared, now), prepared, "benchmark");
    }

    /** The events of a stored document, as readers get them. */
    public static List<RecordedEvent> decoded(RawBsonDocument commit) {
        return StoredEvents.all(commit);
    }
}
