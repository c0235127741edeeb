package org.dialogue.reports.views.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Progress;
import org.dialogue.reports.views.ViewFault;
import org.dialogue.reports.views.ViewState;
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
 * @param faults the events it could not take and goes on without
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
        List<Fault> faults,
        Map<String, Long> unknownEvents) {

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
     * An event that the view could not take.
     *
     * @param position where it lies in the own ledger
     * @param error what went wrong; only for operators, auditors and the secretariat, because it may quote the event
     */
    record Fault(
            long position,
            String eventId,
            String eventName,
            @Nullable String error) {

        static Fault of(ViewFault fault, boolean withError) {
            return new Fault(fault.position(), fault.eventId(), fault.eventName(), withError ? fault.error() : null);
        }
    }

    static ViewInfo of(LiveView<?> view, long head, Actor reader) {
        boolean withErrors = reader.hasAnyOf(Role.OPERATOR, Role.AUDITOR, Role.SECRETARIAT);
        ViewState<?> state = view.state();
        return new ViewInfo(
                view.name(),
                state.position(),
                state.recordedAt(),
                Math.max(head, state.position()),
                Math.max(0, head - state.position()),
                !view.building().isRunning(),
                Stage.of(view.building()),
                view.rebuild().map(Stage::of).orElse(null),
                state.faultList().stream()
                        .map(fault -> Fault.of(fault, withErrors))
                        .toList(),
                new TreeMap<>(state.unknownByName()));
    }
}
