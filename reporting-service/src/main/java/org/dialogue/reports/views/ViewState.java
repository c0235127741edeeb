package org.dialogue.reports.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A view's value together with what it reflects. Readers hold on to one state while they answer, so that every answer is
 * consistent at one position.
 *
 * @param view the value
 * @param position the last position it has seen, 0 before the first
 * @param recordedAt when the own ledger recorded that position; absent before the first
 * @param unknown how many events it has passed over whose names this program does not know, by name
 * @param faults the events it could not take
 */
public record ViewState<V>(
        V view, long position, @Nullable Instant recordedAt, PMap<String, Long> unknown, PVector<ViewFault> faults) {

    /** {@return the state before anything happened} */
    public static <V> ViewState<V> before(ViewFold<V> fold) {
        return new ViewState<>(fold.start(), 0, null, HashTreePMap.empty(), TreePVector.empty());
    }

    /**
     * The state after one more event. What the fold cannot take becomes a fault and leaves the value as it was.
     *
     * @param fold the fold that this state is of
     * @param event the event at the next position
     * @throws IllegalArgumentException if it is at another position: that would skip or repeat something
     */
    public ViewState<V> after(ViewFold<V> fold, ReadEvent event) {
        if (event.position() != position + 1) {
            throw new IllegalArgumentException(
                    "view " + fold.name() + " is at " + position + " and cannot go on with " + event.position());
        }
        if (event instanceof ReadEvent.OfUnknownName) {
            return at(event, view, unknown.plus(event.name(), unknown.getOrDefault(event.name(), 0L) + 1), faults);
        }
        if (event instanceof ReadEvent.Unreadable unreadable) {
            return at(event, view, unknown, faults.plus(ViewFault.of(event, unreadable.failure())));
        }
        try {
            V next = view;
            for (HistoryEntry entry : ((ReadEvent.Understood) event).entries()) {
                next = fold.step().apply(next, entry);
            }
            return at(event, next, unknown, faults);
        } catch (RuntimeException failure) {
            return at(event, view, unknown, faults.plus(ViewFault.of(event, failure)));
        }
    }

    private static <V> ViewState<V> at(ReadEvent event, V view, PMap<String, Long> unknown, PVector<ViewFault> faults) {
        return new ViewState<>(view, event.position(), event.copiedAt(), unknown, faults);
    }

    /** {@return the faults, oldest first} */
    public List<ViewFault> faultList() {
        return List.copyOf(faults);
    }

    /** {@return the passed-over events by name} */
    public Map<String, Long> unknownByName() {
        return Map.copyOf(unknown);
    }
}
