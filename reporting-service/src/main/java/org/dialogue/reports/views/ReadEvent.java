package org.dialogue.reports.views;

import java.time.Instant;
import java.util.List;

/** One event of the own ledger, as far as this program could read it. */
public sealed interface ReadEvent {

    /** {@return its place in the own ledger} */
    long position();

    /** {@return when the own ledger recorded it} */
    Instant copiedAt();

    /** {@return the event's id} */
    String eventId();

    /** {@return the event's logical name, as stored} */
    String name();

    /**
     * It was read.
     *
     * @param entries what folds get to see: usually one, more or none where an upcaster split or dropped it
     */
    record Understood(long position, Instant copiedAt, String eventId, String name, List<HistoryEntry> entries)
            implements ReadEvent {

        /** Keeps its own copy of the list. */
        public Understood {
            entries = List.copyOf(entries);
        }
    }

    /** A newer service recorded something that this program has never heard of. It stays in the ledger and is counted. */
    record OfUnknownName(long position, Instant copiedAt, String eventId, String name) implements ReadEvent {}

    /**
     * The name is known and yet the event cannot be read: views that go on without it say so.
     *
     * @param failure why
     */
    record Unreadable(long position, Instant copiedAt, String eventId, String name, RuntimeException failure)
            implements ReadEvent {}
}
