package org.dialogue.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds event ids and aggregate sequences that occur twice within one document, where MongoDB's unique indexes do not look.
 */
final class UniquenessCheck {

    private final Set<String> ids = new HashSet<>();
    private final Set<AggregateSequence> sequences = new HashSet<>();

    /** What one event at most can have. */
    record AggregateSequence(String aggregateId, long sequence) {

        static AggregateSequence of(LedgerEvent event) {
            return new AggregateSequence(event.aggregateId(), event.sequence());
        }
    }

    /**
     * @throws ConflictException if two of these events have the same id, or the same sequence in an aggregate
     */
    static void checkDistinct(List<LedgerEvent> events) {
        if (events.size() > 1) {
            UniquenessCheck check = new UniquenessCheck();
            for (LedgerEvent event : events) {
                if (!check.ids.add(event.id())) {
                    throw new DuplicateEventException(event.id());
                }
                if (!check.sequences.add(AggregateSequence.of(event))) {
                    throw new SequenceConflictException(event);
                }
            }
        }
    }

    void add(PendingCommit commit) {
        for (PreparedEvent prepared : commit.events()) {
            ids.add(prepared.event().id());
            sequences.add(AggregateSequence.of(prepared.event()));
        }
    }

    boolean clashesWith(PendingCommit commit) {
        for (PreparedEvent prepared : commit.events()) {
            if (ids.contains(prepared.event().id()) || sequences.contains(AggregateSequence.of(prepared.event()))) {
                return true;
            }
        }
        return false;
    }
}
