package org.dialogue.ledger;

import java.util.List;
import java.util.Map;
import org.bson.RawBsonDocument;

/**
 * A commit exactly as it is stored, believed in nothing but its BSON types: the ledger's own reader trusts what the
 * ledger wrote, while this one serves those who do not.
 *
 * @param firstPosition what the document says in {@code _id}
 * @param events its events; their positions follow from {@code _id}
 * @param appendedAt milliseconds since the epoch
 * @param newestTimestamp milliseconds since the epoch
 * @param treeSize number of leaves, as the document says
 * @param root hash of the tree, as the document says
 * @param frontier hashes of its perfect subtrees, as the document says
 * @param origins greatest position copied from each source, as the document says
 */
record RawCommit(
        long firstPosition,
        List<RawEvent> events,
        long appendedAt,
        long newestTimestamp,
        long treeSize,
        byte[] root,
        List<byte[]> frontier,
        Map<String, Long> origins) {

    /**
     * @throws MalformedCommitException if a field that the format asks for is missing or of another type
     */
    static RawCommit of(RawBsonDocument stored) {
        return new RawCommitReader().read(stored);
    }
}
