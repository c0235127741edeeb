package org.dialogue.answers.assignment.web;

import java.util.function.Supplier;
import org.dialogue.answers.assignment.AssignmentCommand;
import org.dialogue.answers.assignment.AssignmentReading;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.web.RequestContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends the commands of those who work on an assignment, and answers with the assignment as it is then. */
@Component
class AssignmentDesk {

    private final CommandDispatch commands;
    private final AssignmentReading assignments;
    private final AssignmentViews views;
    private final RequestContext edge;

    AssignmentDesk(
            CommandDispatch commands, AssignmentReading assignments, AssignmentViews views, RequestContext edge) {
        this.commands = commands;
        this.assignments = assignments;
        this.views = views;
        this.edge = edge;
    }

    /** Sends a command that needs nothing but what its sender said. */
    ResponseEntity<AssignmentView> send(AssignmentCommand command) {
        return send(command.assignmentId(), command.getClass(), () -> command);
    }

    /**
     * Sends a command that is made of more than its sender said, and so made only if it has not been carried out before.
     * Who works on the assignment is asked first, so that no condition on its version tells that another body's is there.
     */
    ResponseEntity<AssignmentView> send(
            AssignmentId id, Class<? extends AssignmentCommand> type, Supplier<? extends AssignmentCommand> command) {
        Actor actor = edge.callerOf(type);
        assignments.onDeskOf(actor, id);
        commands.send(type, command);
        return views.view(assignments.onDeskOf(actor, id), actor);
    }
}
