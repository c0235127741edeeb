package org.dialogue.reports.views.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.reports.folds.Provenance;
import org.dialogue.reports.folds.ViewFault;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How a view stands.
 *
 * @param position the last position it reflects
 * @param recordedAt when the own ledger recorded that position
 * @param head the newest position of the own ledger
 * @param behind how many events it has yet to take
 * @param ready whether it has caught up since the start of the program, and so gives answers
 * @param building its first folding since the start of the program
 * @param rebuild its newest rebuild since the start of the program
 * @param faultCount how many events it could not take as they are
 * @param faults the oldest of them, 200 at most
 * @param unknownEvents events it passed over because this program does not know their names, by name
 */
record ViewInfo(
        String name,
        long position,
        @Nullable Instant recordedAt,
        long head,
        long behind,
        boolean ready,
        Stage building,
        @Nullable Stage rebuild,
        long faultCount,
        List<Fault> faults,
        Map<String, Long> unknownEvents) {

    private static final int MOST_FAULTS = 200;

    /**
     * How far a building has come.
     *
     * @param percent how much is done, 100 only when all is
     * @param finished absent while it runs
     * @param failure why it ended without success
     */
    record Stage(
            long position,
            long total,
            int percent,
            Instant started,
            @Nullable Instant finished,
            @Nullable String failure) {

        static Stage of(Progress progress) {
            return new Stage(
                    progress.position(),
                    progress.total(),
                    progress.percent(),
                    progress.started(),
                    progress.finished(),
                    progress.failure());
        }
    }

    /**
     * An event that the view could not take as it is.
     *
     * @param position where it lies in the own ledger
     * @param kind whether it is left out because it cannot be read or does not fit, or holds what cannot be shown
     * @param error what went wrong; only for those who see everything, because it may quote the event, and its cause for
     *     operators
     */
    record Fault(
            long position,
            String eventId,
            String eventName,
            ViewFault.Kind kind,
            @Nullable String error) {

        static Fault of(ViewFault fault, Actor reader) {
            Provenance event = fault.event();
            return new Fault(
                    event.position(), event.eventId(), event.name(), fault.kind(), ViewInfo.error(fault, reader));
        }
    }

    /** Operators are told the cause, and nothing that may be quoted from the event. */
    private static @Nullable String error(ViewFault fault, Actor reader) {
        if (ReadingPolicy.readsEverything(reader) || fault.kind() == ViewFault.Kind.IMPLAUSIBLE) {
            return fault.error();
        }
        return reader.hasAnyOf(Role.OPERATOR) ? fault.error().replaceFirst("(?s):.*", "") : null;
    }

    static ViewInfo of(String name, LiveView<?> view, long head, Actor reader) {
        ViewState<?> state = view.state();
        List<ViewFault> known = state.faults().known();
        return new ViewInfo(
                name,
                state.position(),
                state.recordedAt(),
                Math.max(head, state.position()),
                Math.max(0, head - state.position()),
                !view.building().isRunning(),
                Stage.of(view.building()),
                view.rebuild().map(Stage::of).orElse(null),
                known.size(),
                known.stream()
                        .limit(MOST_FAULTS)
                        .map(fault -> Fault.of(fault, reader))
                        .toList(),
                new TreeMap<>(state.unknownByName()));
    }
}
