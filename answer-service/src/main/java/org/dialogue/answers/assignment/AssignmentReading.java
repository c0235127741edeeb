package org.dialogue.answers.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows assignments to their bodies and to those who see all: secretariat, chair and auditors. */
@Component
public class AssignmentReading {

    private final AggregateReaders.Reader<AssignmentEvent, AssignmentState> assignments;
    private final AssignmentList list;

    AssignmentReading(AggregateReaders aggregates, AssignmentList list) {
        this.assignments = aggregates.of(AssignmentEvent.class, AssignmentState::after);
        this.list = list;
    }

    /**
     * Shows an assignment to a reader.
     *
     * @throws NotFound if there is none, or the actor may not know of it
     */
    public Versioned<AssignmentState> show(AssignmentId id, Actor actor) {
        return find(id).filter(found -> ReadingPolicy.mayReadAssignments(
                        actor, found.state().opened().body()))
                .orElseThrow(() -> unknown(id));
    }

    /**
     * Hands an assignment to somebody who works on it. Another body's is not there for it, whatever else is asked of it.
     *
     * @throws NotPermitted if the actor works on no assignments at all
     * @throws NotFound if there is none, or it belongs to another body
     */
    public Versioned<AssignmentState> onDeskOf(Actor actor, AssignmentId id) {
        actor.require(Role.OFFICER, Role.HEAD);
        return find(id).filter(found ->
                        ReadingPolicy.worksFor(actor, found.state().opened().body()))
                .orElseThrow(() -> unknown(id));
    }

    /** {@return all assignments of a question, as they are now, for whoever may read the question} */
    public List<AssignmentState> ofQuestion(QuestionId question) {
        List<AssignmentId> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<AssignmentState> page =
                    list.page(ListQuery.page(cursor, Page.MAX_LIMIT).where(AssignmentList.QUESTION, question));
            page.items().forEach(state -> ids.add(state.opened().assignmentId()));
            cursor = page.next();
        } while (cursor != null);
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .map(Versioned::state)
                .toList();
    }

    private Optional<Versioned<AssignmentState>> find(AssignmentId id) {
        return assignments.read(id);
    }

    private static NotFound unknown(AssignmentId id) {
        return new NotFound("assignment", id.value());
    }
}
