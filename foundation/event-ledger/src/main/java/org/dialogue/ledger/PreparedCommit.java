package org.dialogue.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A commit made ready in the thread of its own writer, so that whoever inserts for many has little left to do.
 *
 * @param events what to record, in order
 * @param bytes size of the encoded events
 */
record PreparedCommit(List<PreparedEvent> events, int bytes) {

    /**
     * @throws CommitTooLargeException if the events exceed the limits
     * @throws ConflictException if two of them claim the same id or the same place in an aggregate
     * @throws IllegalArgumentException if there are none
     */
    static PreparedCommit of(List<LedgerEvent> events, CommitLimits limits) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A commit needs at least one event");
        }
        limits.checkEvents(events.size());
        Claims.checkDistinct(events);
        List<PreparedEvent> prepared = new ArrayList<>(events.size());
        long bytes = 0;
        for (LedgerEvent event : events) {
            PreparedEvent ready = new PreparedEvent(event);
            prepared.add(ready);
            bytes += ready.length();
        }
        limits.checkBytes(bytes);
        return new PreparedCommit(prepared, (int) bytes);
    }

    /** Whether the stored events are these, in this order. */
    boolean isStoredAs(List<RecordedEvent> stored) {
        if (stored.size() != events.size()) {
            return false;
        }
        for (int i = 0; i < events.size(); i++) {
            if (!stored.get(i).event().equals(events.get(i).event())) {
                return false;
            }
        }
        return true;
    }
}
