package org.dialogue.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is handed to the ledger and as it comes back.
 *
 * <p>The ledger never looks inside the payload or the metadata: it stores, hashes and returns exactly these bytes. The
 * arrays are shared, not copied; nobody may change them.
 *
 * @param id unique in the ledger
 * @param name logical name of the event's type, never a class name
 * @param revision revision of that type; empty if it has none
 * @param aggregateType type of the aggregate that decided the event; empty if none did
 * @param aggregateId the aggregate; the event's own {@code id} if it belongs to none
 * @param sequence place among the events of the aggregate: 0, 1, 2 and so on; 0 if it belongs to none. A sequence that is
 *     taken is refused; one that is left out is not, since the ledger would have to look, but verification reports it
 * @param timestamp when it happened, to the nanosecond
 * @param payload serialized payload
 * @param metadata serialized metadata
 * @param origin where the event was first recorded, if this is a copy
 */
public record LedgerEvent(
        String id,
        String name,
        String revision,
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant timestamp,
        byte[] payload,
        byte[] metadata,
        @Nullable Origin origin) {

    /**
     * Checks what every stored event relies on.
     *
     * @throws IllegalArgumentException if the id, the name or the aggregate id is empty, the sequence is negative, or the
     *     timestamp is some hundred million years away
     */
    public LedgerEvent {
        if (id.isEmpty() || name.isEmpty() || aggregateId.isEmpty()) {
            throw new IllegalArgumentException("An event needs an id, a name and an aggregate id: [%s], [%s], [%s]"
                    .formatted(id, name, aggregateId));
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("Event %s has the negative sequence %d".formatted(id, sequence));
        }
        if (!Milliseconds.canExpress(timestamp)) {
            throw new IllegalArgumentException("Event %s happened too far from our time: %s".formatted(id, timestamp));
        }
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(metadata, "metadata");
    }

    /** An event of an aggregate, recorded here first. */
    public static LedgerEvent ofAggregate(
            String id,
            String name,
            String revision,
            String aggregateType,
            String aggregateId,
            long sequence,
            Instant timestamp,
            byte[] payload,
            byte[] metadata) {
        return new LedgerEvent(
                id, name, revision, aggregateType, aggregateId, sequence, timestamp, payload, metadata, null);
    }

    /**
     * An event that belongs to no aggregate. It becomes the only event of an aggregate named after itself, so that one
     * unique index serves all events.
     */
    public static LedgerEvent withoutAggregate(
            String id, String name, String revision, Instant timestamp, byte[] payload, byte[] metadata) {
        return new LedgerEvent(id, name, revision, "", id, 0, timestamp, payload, metadata, null);
    }

    /**
     * The same event as a copy of what another ledger recorded.
     *
     * @param from where that was
     */
    public LedgerEvent copiedFrom(Origin from) {
        return new LedgerEvent(
                id, name, revision, aggregateType, aggregateId, sequence, timestamp, payload, metadata, from);
    }

    /** Whether an aggregate decided this event. */
    public boolean belongsToAggregate() {
        return !aggregateType.isEmpty() || !aggregateId.equals(id);
    }

    /** Records compare arrays by identity; stored bytes are what makes two events equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LedgerEvent that
                && id.equals(that.id)
                && name.equals(that.name)
                && revision.equals(that.revision)
                && aggregateType.equals(that.aggregateType)
                && aggregateId.equals(that.aggregateId)
                && sequence == that.sequence
                && timestamp.equals(that.timestamp)
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(metadata, that.metadata)
                && Objects.equals(origin, that.origin);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
