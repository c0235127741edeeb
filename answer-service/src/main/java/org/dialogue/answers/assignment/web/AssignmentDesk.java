package org.dialogue.answers.assignment.web;

import org.dialogue.answers.assignment.AssignmentCommand;
import org.dialogue.answers.assignment.AssignmentReading;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.web.Edge;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends the commands of those who work on an assignment, and answers with the assignment as it is then. */
@Component
class AssignmentDesk {

    private final CommandDispatch commands;
    private final AssignmentReading assignments;
    private final AssignmentViews views;
    private final Edge edge;

    AssignmentDesk(CommandDispatch commands, AssignmentReading assignments, AssignmentViews views, Edge edge) {
        this.commands = commands;
        this.assignments = assignments;
        this.views = views;
        this.edge = edge;
    }

    /** Asked before the command is sent, so that no condition on its version tells that another body's is there. */
    ResponseEntity<AssignmentView> send(AssignmentCommand command) {
        Actor actor = edge.callerOf(command.getClass());
        assignments.onDeskOf(actor, command.assignmentId());
        commands.send(command);
        return views.view(assignments.onDeskOf(actor, command.assignmentId()), actor);
    }
}
