package org.dialogue.answers.assignment;

import java.util.Optional;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.Unknown;
import org.springframework.stereotype.Component;

/** Shows assignments to their bodies and to those who see all: secretariat, chair and auditors. */
@Component
public class AssignmentReading {

    private final Histories histories;

    AssignmentReading(Histories histories) {
        this.histories = histories;
    }

    /**
     * Shows an assignment to a reader.
     *
     * @throws Unknown if there is none, or the actor may not know of it
     */
    public Recorded<AssignmentState> show(AssignmentId id, Actor actor) {
        return find(id).filter(found -> mayRead(actor, found.state().opened().body()))
                .orElseThrow(() -> new Unknown("assignment", id.value()));
    }

    /** {@return whether the actor may read assignments of the given body} */
    public static boolean mayRead(Actor actor, BodyId body) {
        return readsAll(actor) || actor.hasAnyOf(Role.OFFICER, Role.HEAD) && actor.worksIn(body);
    }

    /** {@return whether the actor may read the assignments of all bodies} */
    public static boolean readsAll(Actor actor) {
        return actor.hasAnyOf(Role.SECRETARIAT, Role.CHAIR, Role.AUDITOR);
    }

    /**
     * Hands an assignment to somebody who works on it.
     *
     * @throws Unknown if there is none
     * @throws NotPermitted if it belongs to another body
     */
    AssignmentState onDeskOf(Actor actor, AssignmentId id) {
        AssignmentState state = find(id).orElseThrow(() -> new Unknown("assignment", id.value()))
                .state();
        if (!actor.hasAnyOf(Role.OFFICER, Role.HEAD)
                || !actor.worksIn(state.opened().body())) {
            throw new NotPermitted("a body acts only on its own assignments");
        }
        return state;
    }

    private Optional<Recorded<AssignmentState>> find(AssignmentId id) {
        return histories.read(id, AssignmentEvent.class, AssignmentState::after);
    }
}
