package org.dialogue.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * The event ids, and the places in aggregates, that events of one document claim for themselves.
 */
final class Claims {

    private final Set<String> ids = new HashSet<>();
    private final Set<Place> places = new HashSet<>();

    /**
     * Adds what an event claims.
     *
     * @throws ConflictException if it is claimed already
     */
    void add(LedgerEvent event) {
        if (!ids.add(event.id())) {
            throw new DuplicateEventException(event.id());
        }
        if (!places.add(new Place(event.aggregateId(), event.sequence()))) {
            throw new SequenceConflictException(event);
        }
    }

    /** Whether a commit, distinct in itself, claims anything that is claimed already. */
    boolean clashWith(PreparedCommit commit) {
        return commit.events().stream()
                .map(PreparedEvent::event)
                .anyMatch(event ->
                        ids.contains(event.id()) || places.contains(new Place(event.aggregateId(), event.sequence())));
    }
}
