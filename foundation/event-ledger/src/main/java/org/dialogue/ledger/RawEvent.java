package org.dialogue.ledger;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event exactly as it is stored: what is hashed, verified and exported, with nothing parsed that need not be.
 *
 * <p>Arrays are shared, not copied; nobody may change them.
 *
 * @param position place in the ledger, from 1
 * @param id unique in the ledger
 * @param name logical name of the event's type
 * @param revision revision of that type; empty if it has none
 * @param aggregateType type of the aggregate; empty if the event belongs to none
 * @param aggregateId the aggregate; the event's own id if it belongs to none
 * @param sequence place in the aggregate, from 0
 * @param timestamp when it happened: the stored text
 * @param recordedAt when the ledger recorded it, in milliseconds since 1970-01-01T00:00:00Z
 * @param payload the stored bytes
 * @param metadata the stored bytes
 * @param origin where the event was first recorded, if this is a copy
 */
public record RawEvent(
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
        byte[] metadata,
        @Nullable Origin origin) {

    /**
     * The hash of this event in the ledger's tree, where it is the leaf with index {@code position - 1}.
     *
     * @return 32 bytes, see {@link Leaf}
     */
    public byte[] leaf() {
        return Leaf.hash(
                id, name, revision, aggregateType, aggregateId, sequence, timestamp, recordedAt, payload, metadata);
    }

    /** Records compare arrays by identity; stored bytes are what makes two events equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawEvent that
                && position == that.position
                && id.equals(that.id)
                && name.equals(that.name)
                && revision.equals(that.revision)
                && aggregateType.equals(that.aggregateType)
                && aggregateId.equals(that.aggregateId)
                && sequence == that.sequence
                && timestamp.equals(that.timestamp)
                && recordedAt == that.recordedAt
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(metadata, that.metadata)
                && Objects.equals(origin, that.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, id);
    }
}
