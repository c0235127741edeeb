package org.dialogue.answers.assignment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.answers.assignment.AssignmentCommand.AcceptAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.CorrectAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.GiveHoldingAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.PublishAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.ReopenAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ReturnAssignment;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.NotPermitted;

/** One body's share of a question, from its desk to its published words. */
@Aggregate(type = "assignment")
@SuppressWarnings("NullAway.Init") // the first event sets both
class Assignment {

    @AggregateIdentifier
    private AssignmentId id;

    private AssignmentState state;

    Assignment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenAssignment command) {
        var event = new AssignmentOpened(
                command.assignmentId(),
                command.questionId(),
                command.programmeId(),
                command.body(),
                command.role(),
                command.parts(),
                command.due(),
                command.clockStartedAt(),
                null,
                null,
                command.happenedAt());
        if (state == null) {
            apply(event);
        } else {
            AssignmentRule.SAME_ASSIGNMENT.require(state.opened().equals(event));
        }
    }

    @CommandHandler
    void handle(AcceptAssignment command, Actor actor) {
        requireOwn(actor);
        AssignmentRule.requireOnDesk(state);
        if (state.status() == AssignmentStatus.OPEN) {
            apply(new AssignmentAccepted(id, question(), body(), command.happenedAt()));
        }
    }

    @CommandHandler
    void handle(ReturnAssignment command, Actor actor) {
        requireOwn(actor);
        if (isReturnedAs(command)) {
            return;
        }
        AssignmentRule.requireOnDesk(state);
        AssignmentRule.SOMETHING_DUE.require(!state.partsDue().isEmpty());
        apply(new AssignmentReturned(
                id, question(), body(), command.category(), command.text(), List.of(), command.happenedAt()));
    }

    @CommandHandler
    void handle(GiveHoldingAnswer command, Actor actor) {
        requireOwn(actor);
        var event = new HoldingAnswerGiven(
                id, question(), body(), command.text(), command.expectedOn(), command.happenedAt());
        if (!state.holdingAnswers().contains(event)) {
            AssignmentRule.requireWorkedOn(state);
            apply(event);
        }
    }

    @CommandHandler
    void handle(ClearAnswer command, Actor actor) {
        requireOwn(actor);
        if (isLastClearedAs(command)) {
            return;
        }
        AssignmentRule.requireWorkedOn(state);
        AssignmentRule.ANSWER_ID_UNUSED.require(!state.knows(command.answerId()));
        AnswerParts.check(numbers(command.parts()), state.opened().parts()::contains, state.partsDue());
        apply(new AnswerCleared(
                id,
                question(),
                command.answerId(),
                body(),
                command.parts(),
                command.clearedBy(),
                command.happenedAt()));
    }

    @CommandHandler
    void handle(PublishAnswer command, Actor actor) {
        requireOwn(actor);
        var before = state.answer(command.answerId());
        if (before.isPresent()) {
            AssignmentRule.PUBLISHED_ONCE.require(before.get().wasPublishedAs(command.answeredBy(), command.source()));
            return;
        }
        AssignmentRule.requireWorkedOn(state);
        List<PartAnswer> words = clearedWords(command);
        apply(new AnswerPublished(
                id,
                question(),
                state.opened().programmeId(),
                command.answerId(),
                body(),
                state.opened().role(),
                words,
                command.answeredBy(),
                command.source(),
                command.happenedAt()));
    }

    @CommandHandler
    void handle(CorrectAnswer command, Actor actor) {
        requireOwn(actor);
        AnswerOnRecord answer = AssignmentRule.PUBLISHED.requirePresent(state.answer(command.answerId()));
        if (answer.wasLastCorrectedAs(command.parts(), command.reason())) {
            return;
        }
        AssignmentRule.NOT_CLOSED.require(state.status() != AssignmentStatus.CLOSED);
        AnswerParts.check(numbers(command.parts()), answer::speaksTo, List.of());
        AssignmentRule.SOMETHING_CORRECTED.require(!command.parts().stream().allMatch(answer::says));
        apply(new AnswerCorrected(
                id,
                question(),
                command.answerId(),
                body(),
                answer.corrections().size() + 1,
                command.parts(),
                command.reason(),
                command.clearedBy(),
                command.happenedAt()));
    }

    @CommandHandler
    void handle(ReopenAssignment command) {
        List<Integer> own = state.opened().parts().stream()
                .filter(command.parts()::contains)
                .toList();
        if (command.round() <= state.round() || own.isEmpty()) {
            return;
        }
        AssignmentRule.NOT_CLOSED.require(state.status() != AssignmentStatus.CLOSED);
        apply(new AssignmentReopened(
                id, question(), body(), command.round(), own, command.reason(), command.happenedAt()));
    }

    @CommandHandler
    void handle(CloseAssignment command) {
        if (state.status() != AssignmentStatus.CLOSED) {
            apply(new AssignmentClosed(id, question(), body(), command.reason(), command.happenedAt()));
        }
    }

    @EventSourcingHandler
    void on(AssignmentEvent event) {
        id = event.assignmentId();
        state = AssignmentState.after(state, event);
    }

    private QuestionId question() {
        return state.opened().questionId();
    }

    private BodyId body() {
        return state.opened().body();
    }

    private void requireOwn(Actor actor) {
        if (!actor.worksIn(body())) {
            throw new NotPermitted("a body acts only on its own assignments");
        }
    }

    private boolean isReturnedAs(ReturnAssignment command) {
        AssignmentReturned before = state.returned();
        return state.status() == AssignmentStatus.RETURNED
                && before != null
                && before.category() == command.category()
                && before.text().equals(command.text());
    }

    private boolean isLastClearedAs(ClearAnswer command) {
        return state.lastClearance()
                .filter(cleared -> cleared.answerId().equals(command.answerId())
                        && cleared.parts().equals(command.parts()))
                .isPresent();
    }

    private List<PartAnswer> clearedWords(PublishAnswer command) {
        AnswerCleared cleared = AssignmentRule.CLEARED.requirePresent(
                state.lastClearance().filter(last -> last.answerId().equals(command.answerId())));
        AssignmentRule.CLEARANCE_COVERS_DUE_PARTS.require(
                numbers(cleared.parts()).containsAll(state.partsDue()));
        return cleared.parts();
    }

    private static List<Integer> numbers(List<PartAnswer> parts) {
        return parts.stream().map(PartAnswer::part).toList();
    }
}
