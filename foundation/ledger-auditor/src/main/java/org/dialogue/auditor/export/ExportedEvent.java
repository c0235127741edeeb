package org.dialogue.auditor.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.dialogue.auditor.tree.LeafHasher;

/**
 * One line of {@code events.ndjson}. The origin of a copied event is not among it: it is not hashed.
 *
 * @param position place in the ledger, from 1
 * @param id unique in the ledger
 * @param name logical name of the type
 * @param revision revision of the type, or empty
 * @param aggregateType type of the aggregate, or empty
 * @param aggregateId the aggregate, or the event's own id
 * @param sequence place in the aggregate, from 0
 * @param timestamp when it happened, as stored
 * @param recordedAt when the ledger recorded it, in milliseconds since 1970
 * @param payload the stored bytes
 * @param metadata the stored bytes
 */
public record ExportedEvent(
        long position,
        String id,
        String name,
        String revision,
        String aggregateType,
        String aggregateId,
        long sequence,
        String timestamp,
        long recordedAt,
        byte[] payload,
        byte[] metadata) {

    static ExportedEvent of(JsonFields line) throws UnreadableExportException {
        return new ExportedEvent(
                line.number("position"),
                line.string("id"),
                line.string("name"),
                line.string("revision"),
                line.string("aggregateType"),
                line.string("aggregateId"),
                line.number("sequence"),
                line.string("timestamp"),
                line.number("recordedAt"),
                line.base64("payload"),
                line.base64("metadata"));
    }

    /**
     * Whether it belongs to no aggregate, and so is the only event of one that is named after it.
     */
    public boolean standsAlone() {
        return aggregateType.isEmpty() && aggregateId.equals(id);
    }

    /**
     * The event's leaf hash, 32 bytes.
     */
    public byte[] leaf(LeafHasher hasher) {
        return hasher.begin()
                .field(id.getBytes(UTF_8))
                .field(name.getBytes(UTF_8))
                .field(revision.getBytes(UTF_8))
                .field(aggregateType.getBytes(UTF_8))
                .field(aggregateId.getBytes(UTF_8))
                .field(sequence)
                .field(timestamp.getBytes(UTF_8))
                .field(recordedAt)
                .field(payload)
                .field(metadata)
                .end();
    }
}
