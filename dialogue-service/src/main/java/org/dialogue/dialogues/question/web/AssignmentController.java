package org.dialogue.dialogues.question.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.AssignmentIds;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.NewAssignment;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.dialogues.question.QuestionState;
import org.dialogue.dialogues.question.Questions;
import org.dialogue.dialogues.question.web.AssignmentRequest.DueInput;
import org.dialogue.dialogues.question.web.AssignmentRequest.ShareInput;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Unknown;
import org.dialogue.kit.web.Edge;
import org.dialogue.kit.web.Ids;
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
    private final Programmes programmes;
    private final Directory directory;
    private final AssignmentIds assignmentIds;
    private final CommandDispatch commands;
    private final Edge edge;
    private final Ids ids;

    AssignmentController(
            Questions questions,
            Programmes programmes,
            Directory directory,
            AssignmentIds assignmentIds,
            CommandDispatch commands,
            Edge edge,
            Ids ids) {
        this.questions = questions;
        this.programmes = programmes;
        this.directory = directory;
        this.assignmentIds = assignmentIds;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    ResponseEntity<QuestionView> assignQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid AssignmentRequest.Assigning request) {
        QuestionState question = questions.mustBeKnownTo(edge.callerOf(AssignQuestion.class), id);
        List<NewAssignment> shares = new ArrayList<>();
        Set<AssignmentId> seen = new HashSet<>();
        for (int i = 0; i < request.assignments().size(); i++) {
            NewAssignment share = shareOf(request.assignments().get(i), "assignments[" + i + "].");
            if (!seen.add(share.assignmentId())) {
                throw new InvalidInput(
                        "assignments[" + i + "].assignmentId", "unique", "two assignments have the same id");
            }
            shares.add(share);
        }
        commands.send(AssignQuestion.class, () -> {
            mustBeAlive(question);
            seen.forEach(assignment -> assignmentIds.reserve(assignment, id));
            return new AssignQuestion(id, shares, edge.happenedAt(request.happenedAt()));
        });
        return show(id);
    }

    @PostMapping("/{assignmentId}/transfer")
    ResponseEntity<QuestionView> transferAssignment(
            @PathVariable QuestionId id,
            @PathVariable AssignmentId assignmentId,
            @RequestBody @Valid AssignmentRequest.Transfer request) {
        QuestionState question = questions.mustBeKnownTo(edge.callerOf(TransferAssignment.class), id);
        if (question.slot(assignmentId).isEmpty()) {
            throw new Unknown("assignment", assignmentId.value());
        }
        directory.bodyIn("body", request.body());
        AssignmentId successor = request.assignmentId() == null ? new AssignmentId(ids.next()) : request.assignmentId();
        commands.send(TransferAssignment.class, () -> {
            mustBeAlive(question);
            assignmentIds.reserve(successor, id);
            return new TransferAssignment(
                    id,
                    assignmentId,
                    successor,
                    request.body(),
                    request.reason(),
                    edge.happenedAt(request.happenedAt()));
        });
        return show(id);
    }

    private ResponseEntity<QuestionView> show(QuestionId id) {
        return Replies.show(questions.questionFor(edge.caller(), id), "question", id, QuestionView::of);
    }

    private void mustBeAlive(QuestionState question) {
        programmes.mustBeAlive(question.raised().programmeId());
    }

    private NewAssignment shareOf(ShareInput given, String field) {
        directory.bodyIn(field + "body", given.body());
        return new NewAssignment(
                given.assignmentId() == null ? new AssignmentId(ids.next()) : given.assignmentId(),
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
