package org.dialogue.dialogues.question.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.NewAssignment;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.dialogues.question.Questions;
import org.dialogue.dialogues.question.web.AssignmentRequest.DueInput;
import org.dialogue.dialogues.question.web.AssignmentRequest.ShareInput;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.web.Ids;
import org.dialogue.kit.web.RequestContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/questions/{id}/assignments")
class AssignmentController {

    private final Questions questions;
    private final QuestionViews views;
    private final CommandDispatch commands;
    private final RequestContext edge;
    private final Ids ids;

    AssignmentController(
            Questions questions, QuestionViews views, CommandDispatch commands, RequestContext edge, Ids ids) {
        this.questions = questions;
        this.views = views;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    ResponseEntity<QuestionView> assignQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid AssignmentRequest.Assigning request) {
        questions.mustBeKnownTo(edge.callerOf(AssignQuestion.class), id);
        List<NewAssignment> shares = new ArrayList<>();
        for (int i = 0; i < request.assignments().size(); i++) {
            shares.add(shareOf(request.assignments().get(i), "assignments[" + i + "]."));
        }
        commands.send(new AssignQuestion(id, shares, edge.when(request.happenedAt())));
        return views.show(id);
    }

    @PostMapping("/{assignmentId}/transfer")
    ResponseEntity<QuestionView> transferAssignment(
            @PathVariable QuestionId id,
            @PathVariable AssignmentId assignmentId,
            @RequestBody @Valid AssignmentRequest.Transfer request) {
        questions.mustBeKnownTo(edge.callerOf(TransferAssignment.class), id);
        boolean named = request.assignmentId() != null;
        AssignmentId successor = request.assignmentId() == null ? new AssignmentId(ids.next()) : request.assignmentId();
        commands.send(new TransferAssignment(
                id,
                assignmentId,
                successor,
                named,
                request.body(),
                Lists.copy(request.parts()),
                request.reason(),
                edge.when(request.happenedAt())));
        return views.show(id);
    }

    private NewAssignment shareOf(ShareInput given, String field) {
        return new NewAssignment(
                given.assignmentId() == null ? new AssignmentId(ids.next()) : given.assignmentId(),
                given.assignmentId() != null,
                given.body(),
                given.role(),
                Lists.copy(given.parts()),
                dueOf(given.due(), field + "due.date"),
                given.note());
    }

    private static Due dueOf(DueInput given, String field) {
        LocalDate date = given.date();
        if ((given.kind() == Due.Kind.BY_DATE) != (date != null)) {
            throw new InvalidInput(field, "exactly-when-by-date", "a date is given exactly when the kind is BY_DATE");
        }
        return new Due(given.kind(), date);
    }
}
