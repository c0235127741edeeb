package org.dialogue.reports.folds;

import java.time.Instant;
import java.util.Map;
import org.dialogue.reports.folds.ViewFault.Kind;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A view's value together with what it reflects. Readers hold on to one state while they answer, so that every answer is
 * consistent at one position.
 *
 * @param view the value
 * @param position the last position it has seen, 0 before the first
 * @param recordedAt when the own ledger recorded that position; absent before the first
 * @param unknown how many events it has passed over whose names this program does not know, by name
 * @param faults the events it could not take as they are
 */
public record ViewState<V>(
        V view, long position, @Nullable Instant recordedAt, PMap<String, Long> unknown, Faults faults) {

    /** {@return the state before anything happened} */
    public static <V> ViewState<V> before(ViewFold<V> fold) {
        return new ViewState<>(fold.start(), 0, null, HashTreePMap.empty(), Faults.NONE);
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
            String name = event.provenance().name();
            return at(
                    event,
                    view,
                    unknown.plus(name, unknown.getOrDefault(name, 0L) + 1),
                    faults.plus(new ViewFault(event.provenance(), Kind.UNKNOWN, name)));
        }
        if (event instanceof ReadEvent.Unreadable unreadable) {
            return at(event, view, unknown, faults.plus(ViewFault.of(event, Kind.UNREADABLE, unreadable.failure())));
        }
        ReadEvent.Understood understood = (ReadEvent.Understood) event;
        try {
            V next = view;
            for (HistoryEntry entry : understood.entries()) {
                next = fold.step().apply(next, entry);
            }
            return at(event, next, unknown, withFlaws(understood));
        } catch (RuntimeException failure) {
            return at(event, view, unknown, withFlaws(understood).plus(ViewFault.of(event, Kind.MISFIT, failure)));
        }
    }

    private Faults withFlaws(ReadEvent.Understood event) {
        return event.flaws().isEmpty()
                ? faults
                : faults.plus(new ViewFault(event.provenance(), Kind.IMPLAUSIBLE, String.join(", ", event.flaws())));
    }

    private static <V> ViewState<V> at(ReadEvent event, V view, PMap<String, Long> unknown, Faults faults) {
        return new ViewState<>(view, event.position(), event.copiedAt(), unknown, faults);
    }

    /** {@return the passed-over events by name} */
    public Map<String, Long> unknownByName() {
        return Map.copyOf(unknown);
    }
}
