package org.dialogue.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bson.BsonBinaryWriter;
import org.bson.io.BasicOutputBuffer;

/**
 * An event made ready to be stored: encoded, and hashed as far as that can be done before it is known when it will be
 * recorded.
 */
final class PreparedEvent {

    private static final int USUAL_OVERHEAD = 512;

    private final LedgerEvent event;
    private final BasicOutputBuffer document;
    private final byte[] leafHead;

    /**
     * @throws IllegalArgumentException if one of its texts is not well-formed UTF-16: it would not come back as it was
     */
    PreparedEvent(LedgerEvent event) {
        requireWellFormed(event);
        this.event = event;
        this.document = encoded(event);
        this.leafHead = Leaf.head(
                event.id(),
                event.name(),
                event.revision(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.timestamp().toString());
    }

    LedgerEvent event() {
        return event;
    }

    /** Size of the event's BSON document. */
    int length() {
        return document.getPosition();
    }

    /** Puts the event's BSON document where the writer stands. */
    void copyTo(BsonBinaryWriter bson) {
        bson.pipe(document.getInternalBuffer(), 0, document.getPosition());
    }

    /**
     * @param digest one that has been given nothing yet; left like that
     * @param recordedAt milliseconds since the epoch
     */
    byte[] leaf(MessageDigest digest, long recordedAt) {
        return Leaf.hash(digest, leafHead, recordedAt, event.payload(), event.metadata());
    }

    private static void requireWellFormed(LedgerEvent event) {
        requireEncodable(event.id());
        requireEncodable(event.name());
        requireEncodable(event.revision());
        requireEncodable(event.aggregateType());
        requireEncodable(event.aggregateId());
        if (event.origin() != null) {
            requireEncodable(event.origin().source());
        }
    }

    private static void requireEncodable(String text) {
        if (hasSurrogates(text) && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("Not well-formed text: half of a surrogate pair in [" + text + "]");
        }
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static BasicOutputBuffer encoded(LedgerEvent event) {
        BasicOutputBuffer buffer =
                new BasicOutputBuffer(event.payload().length + event.metadata().length + USUAL_OVERHEAD);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CommitDocument.writeEvent(writer, event);
        }
        return buffer;
    }
}
