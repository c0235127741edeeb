package org.dialogue.ledger;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.dialogue.ledger.LedgerVerification.Flaw;

/**
 * The ids and aggregates met last, as many as a modest memory holds. As long as nothing had to be forgotten, this finds
 * every id that is there twice and every sequence that is out of order; then only those that are near each other.
 */
final class RecentEvents {

    private final int capacity;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>(16, 0.75f, true);
    private boolean forgot;

    /**
     * @param capacity how many ids and how many aggregates to remember
     */
    RecentEvents(int capacity) {
        this.capacity = capacity;
    }

    void add(RawEvent event) {
        if (!ids.add(event.id())) {
            throw new FlawFound(
                    Flaw.DUPLICATE_ID,
                    event.position(),
                    event.position(),
                    "The id %s is that of an event before".formatted(event.id()));
        }
        // An event that belongs to no aggregate is the only one named after it, and would only crowd out others.
        boolean standsAlone =
                event.aggregateType().isEmpty() && event.aggregateId().equals(event.id());
        Long before = standsAlone ? null : sequences.put(event.aggregateId(), event.sequence());
        if (before == null ? (standsAlone || !forgot) && event.sequence() != 0 : event.sequence() != before + 1) {
            throw new FlawFound(
                    Flaw.SEQUENCE_BROKEN,
                    event.position(),
                    event.position(),
                    "The event has sequence %d in %s, %s"
                            .formatted(
                                    event.sequence(),
                                    event.aggregateId(),
                                    before == null
                                            ? "of which it is the first"
                                            : "where %d was the last".formatted(before)));
        }
        forgetOldest();
    }

    private void forgetOldest() {
        if (ids.size() > capacity) {
            removeFirst(ids.iterator());
        }
        if (sequences.size() > capacity) {
            removeFirst(sequences.keySet().iterator());
            forgot = true;
        }
    }

    private static void removeFirst(Iterator<?> iterator) {
        iterator.next();
        iterator.remove();
    }
}
