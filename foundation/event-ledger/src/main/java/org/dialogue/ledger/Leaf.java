package org.dialogue.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import org.dialogue.ledger.tree.Sha256;

/**
 * How one event is hashed into the ledger's tree.
 *
 * <p>The leaf hash is {@code SHA-256(0x00 || field_1 || ... || field_10)}. Each field is its length in bytes as an
 * unsigned 32-bit big-endian integer, followed by that many bytes. The fields, in this order:
 *
 * <ol>
 *   <li>event id, UTF-8
 *   <li>logical name, UTF-8
 *   <li>revision, UTF-8; empty (length 0) if the type has none
 *   <li>aggregate type, UTF-8; empty if the event belongs to no aggregate
 *   <li>aggregate id, UTF-8; the event id if the event belongs to no aggregate
 *   <li>sequence in the aggregate, signed 64-bit big-endian (length 8)
 *   <li>timestamp, ASCII, exactly as stored: ISO-8601 in UTC as {@link Instant#toString()} writes it, with 0, 3, 6 or 9
 *       digits of a second's fraction, for example {@code 2023-07-12T01:30:00.250Z}
 *   <li>recorded-at, milliseconds since 1970-01-01T00:00:00Z, signed 64-bit big-endian (length 8)
 *   <li>payload, the stored bytes
 *   <li>metadata, the stored bytes
 * </ol>
 *
 * <p>The position is not among them: it is the leaf's place in the tree (index = position - 1). Neither is the
 * {@link Origin}, which the source's own tree proves.
 */
public final class Leaf {

    private static final byte LEAF_PREFIX = 0x00;

    private Leaf() {}

    /**
     * Hashes an event as it was stored.
     *
     * @param event the event
     * @param recordedAt when the ledger recorded it; what is finer than a millisecond is ignored
     * @return 32 bytes
     */
    public static byte[] hash(LedgerEvent event, Instant recordedAt) {
        return hash(
                event.id(),
                event.name(),
                event.revision(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.timestamp().toString(),
                recordedAt.toEpochMilli(),
                event.payload(),
                event.metadata());
    }

    /**
     * Hashes the fields of an event as they were received, for those who have no ledger at hand.
     *
     * @param timestamp exactly as stored and sent
     * @param recordedAtMillis milliseconds since 1970-01-01T00:00:00Z
     * @return 32 bytes
     */
    public static byte[] hash(
            String id,
            String name,
            String revision,
            String aggregateType,
            String aggregateId,
            long sequence,
            String timestamp,
            long recordedAtMillis,
            byte[] payload,
            byte[] metadata) {
        byte[] head = head(id, name, revision, aggregateType, aggregateId, sequence, timestamp);
        return hash(Sha256.start(), head, recordedAtMillis, payload, metadata);
    }

    /** The part of what is hashed that is known before the event is recorded: the prefix and the fields 1 to 7. */
    static byte[] head(
            String id,
            String name,
            String revision,
            String aggregateType,
            String aggregateId,
            long sequence,
            String timestamp) {
        byte[][] fields = {
            id.getBytes(UTF_8),
            name.getBytes(UTF_8),
            revision.getBytes(UTF_8),
            aggregateType.getBytes(UTF_8),
            aggregateId.getBytes(UTF_8),
            int64(sequence),
            timestamp.getBytes(UTF_8)
        };
        int length = 1;
        for (byte[] field : fields) {
            length += Integer.BYTES + field.length;
        }
        ByteBuffer head = ByteBuffer.allocate(length).put(LEAF_PREFIX);
        for (byte[] field : fields) {
            head.putInt(field.length).put(field);
        }
        return head.array();
    }

    /** Completes a leaf whose beginning was prepared. */
    static byte[] hash(MessageDigest digest, byte[] head, long recordedAtMillis, byte[] payload, byte[] metadata) {
        digest.update(head);
        field(digest, int64(recordedAtMillis));
        field(digest, payload);
        field(digest, metadata);
        return digest.digest();
    }

    private static void field(MessageDigest digest, byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).flip());
        digest.update(value);
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
