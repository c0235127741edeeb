package org.dialogue.reports.folds;

import java.time.Instant;
import java.util.List;

/** One event of the own ledger, as far as this program could read it. */
public sealed interface ReadEvent {

    /** {@return where it stands, and what it happened to} */
    Provenance provenance();

    /** {@return its place in the own ledger} */
    default long position() {
        return provenance().position();
    }

    /** {@return when the own ledger recorded it} */
    default Instant copiedAt() {
        return provenance().copiedAt();
    }

    /**
     * It was read.
     *
     * @param entries what folds get to see: usually one, more or none where an upcaster split or dropped it
     * @param flaws values in it that cannot be shown as they are, each in a sentence
     */
    record Understood(Provenance provenance, List<HistoryEntry> entries, List<String> flaws) implements ReadEvent {

        /** Keeps its own copies of the lists. */
        public Understood {
            entries = List.copyOf(entries);
            flaws = List.copyOf(flaws);
        }

        /** Looks for flaws itself. */
        public Understood(Provenance provenance, List<HistoryEntry> entries) {
            this(
                    provenance,
                    entries,
                    entries.stream()
                            .flatMap(entry -> Flaws.of(entry.event()).stream())
                            .toList());
        }
    }

    /** A newer service recorded something that this program has never heard of. It stays in the ledger and is counted. */
    record OfUnknownName(Provenance provenance) implements ReadEvent {}

    /**
     * The name is known and yet the event cannot be read: views that go on without it say so.
     *
     * @param failure why
     */
    record Unreadable(Provenance provenance, RuntimeException failure) implements ReadEvent {}
}
