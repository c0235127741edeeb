package org.dialogue.auditor.audit;

import static org.dialogue.auditor.export.Printable.text;

import java.time.Instant;
import org.dialogue.auditor.export.ExportedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The rules that tie each event to those before it, apart from the hashes: positions without gaps, times of recording
 * that never decrease, ids that are unique, sequences that count each aggregate's events.
 */
final class Order {

    private final DigestMap positions;
    private final DigestMap sequences;
    private long events;
    private long firstRecordedAt;
    private long lastRecordedAt = Long.MIN_VALUE;
    private long idsCompared;

    /**
     * @param memory bytes it may take to remember ids and aggregates
     */
    Order(long memory) {
        this.positions = new DigestMap(memory / 3 * 2);
        this.sequences = new DigestMap(memory / 3);
    }

    /** Why no event of this position can be here; null if one can. */
    @Nullable
    String misplacement(ExportedEvent event) {
        long position = events + 1;
        if (event.position() > position) {
            return "position %d is missing: position %d follows %d".formatted(position, event.position(), events);
        }
        if (event.position() < position) {
            return "position %d stands where %d should be".formatted(event.position(), position);
        }
        return null;
    }

    /** Why the next event does not go with those before it, one or the other being wrong; null if it does. */
    @Nullable
    String objection(ExportedEvent event) {
        long position = events + 1;
        if (events > 0 && event.recordedAt() < lastRecordedAt) {
            return "it was recorded at %s, before the event ahead of it (%s)"
                    .formatted(time(event.recordedAt()), time(lastRecordedAt));
        }
        long earlier = positions.put(event.id(), position);
        if (earlier != DigestMap.NONE) {
            return "its id '%s' is that of position %d".formatted(text(event.id()), earlier);
        }
        String sequence = sequenceObjection(event);
        if (sequence == null) {
            accept(event);
        }
        return sequence;
    }

    private @Nullable String sequenceObjection(ExportedEvent event) {
        long expected = 0;
        if (!event.standsAlone()) {
            long last = sequences.put(event.aggregateId(), Math.max(0, event.sequence()));
            // Once memory is short, an aggregate that is not known may be one that was not remembered.
            expected = last == DigestMap.NONE && sequences.isFull() ? event.sequence() : last + 1;
        }
        return event.sequence() == expected && expected >= 0
                ? null
                : "it has sequence %d in its aggregate '%s', where %d should follow"
                        .formatted(event.sequence(), text(event.aggregateId()), expected);
    }

    private void accept(ExportedEvent event) {
        if (events == 0) {
            firstRecordedAt = event.recordedAt();
        }
        lastRecordedAt = event.recordedAt();
        events++;
        if (!positions.isFull() && !sequences.isFull()) {
            idsCompared = events;
        }
    }

    /** Up to which position all ids and sequences could be compared. */
    long compared() {
        return idsCompared;
    }

    /** When the first event was recorded, in milliseconds since 1970; meaningless without events. */
    long firstRecordedAt() {
        return firstRecordedAt;
    }

    /** When the last event was recorded. */
    long lastRecordedAt() {
        return lastRecordedAt;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
