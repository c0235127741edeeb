package org.dialogue.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The event ids, and the places in aggregates, that events of one document claim for themselves. MongoDB's unique indexes
 * do not look within one document.
 */
final class Claims {

    private final Set<String> ids = new HashSet<>();
    private final Set<Place> places = new HashSet<>();

    /**
     * Checks that events claim nothing twice.
     *
     * @throws ConflictException if they do
     */
    static void checkDistinct(List<LedgerEvent> events) {
        if (events.size() > 1) {
            Claims claims = new Claims();
            for (LedgerEvent event : events) {
                if (!claims.ids.add(event.id())) {
                    throw new DuplicateEventException(event.id());
                }
                if (!claims.places.add(Place.of(event))) {
                    throw new SequenceConflictException(event);
                }
            }
        }
    }

    void add(PreparedCommit commit) {
        for (PreparedEvent prepared : commit.events()) {
            ids.add(prepared.event().id());
            places.add(Place.of(prepared.event()));
        }
    }

    boolean clashWith(PreparedCommit commit) {
        for (PreparedEvent prepared : commit.events()) {
            if (ids.contains(prepared.event().id()) || places.contains(Place.of(prepared.event()))) {
                return true;
            }
        }
        return false;
    }
}
