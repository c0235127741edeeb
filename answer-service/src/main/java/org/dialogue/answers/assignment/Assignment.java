package org.dialogue.answers.assignment;

import static java.util.stream.Collectors.toSet;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;

/** One body's share of a question, from its desk to its published words. */
@Aggregate(type = "assignment")
@SuppressWarnings("NullAway.Init") // set by the first event
class Assignment {

    @AggregateIdentifier
    private AssignmentId id;

    private AssignmentOpened opened;
    private AssignmentStatus status;
    private AssignmentEvent last;
    private int round;
    private @Nullable AnswerCleared cleared;
    private final Set<Integer> due = new TreeSet<>();
    private final Set<AnswerId> answerIds = new HashSet<>();
    private final Map<AnswerId, PublishedWords> published = new HashMap<>();

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
                command.happenedAt());
        if (id == null) {
            apply(event);
        } else {
            AssignmentRule.SAME_ASSIGNMENT.require(opened.equals(event));
        }
    }

    @CommandHandler
    void handle(AcceptAssignment command, Actor actor) {
        requireOwn(actor);
        requireOnDesk();
        if (status == AssignmentStatus.OPEN) {
            apply(new AssignmentAccepted(id, opened.questionId(), opened.body(), command.happenedAt()));
        }
    }

    @CommandHandler
    void handle(ReturnAssignment command, Actor actor) {
        requireOwn(actor);
        if (last instanceof AssignmentReturned before
                && before.category() == command.category()
                && before.text().equals(command.text())) {
            return;
        }
        requireOnDesk();
        AssignmentRule.SOMETHING_DUE.require(!due.isEmpty());
        apply(new AssignmentReturned(
                id, opened.questionId(), opened.body(), command.category(), command.text(), command.happenedAt()));
    }

    @CommandHandler
    void handle(GiveHoldingAnswer command, Actor actor) {
        requireOwn(actor);
        var event = new HoldingAnswerGiven(
                id, opened.questionId(), opened.body(), command.text(), command.expectedOn(), command.happenedAt());
        if (!event.equals(last)) {
            requireWorkedOn();
            apply(event);
        }
    }

    @CommandHandler
    void handle(ClearAnswer command, Actor actor) {
        requireOwn(actor);
        if (isClearedOrPublished(command)) {
            return;
        }
        requireWorkedOn();
        AssignmentRule.ANSWER_ID_UNUSED.require(!answerIds.contains(command.answerId()));
        AnswerParts.check(command.parts(), opened.parts()::contains, due);
        apply(new AnswerCleared(
                id,
                opened.questionId(),
                command.answerId(),
                opened.body(),
                command.parts(),
                command.clearedBy(),
                command.happenedAt()));
    }

    @CommandHandler
    void handle(PublishAnswer command, Actor actor) {
        requireOwn(actor);
        PublishedWords before = published.get(command.answerId());
        if (before != null) {
            AssignmentRule.PUBLISHED_ONCE.require(before.wasPublishedAs(command.answeredBy(), command.source()));
            return;
        }
        requireWorkedOn();
        List<PartAnswer> words = clearedWords(command.answerId());
        AssignmentRule.CLEARANCE_COVERS_DUE_PARTS.require(
                words.stream().map(PartAnswer::part).collect(toSet()).containsAll(due));
        apply(new AnswerPublished(
                id,
                opened.questionId(),
                opened.programmeId(),
                command.answerId(),
                opened.body(),
                opened.role(),
                words,
                command.answeredBy(),
                command.source(),
                command.happenedAt()));
    }

    @CommandHandler
    void handle(CorrectAnswer command, Actor actor) {
        requireOwn(actor);
        PublishedWords original = AssignmentRule.PUBLISHED.requirePresent(published.get(command.answerId()));
        if (original.wasLastCorrectedAs(command.parts(), command.reason())) {
            return;
        }
        AssignmentRule.NOT_CLOSED.require(status != AssignmentStatus.CLOSED);
        AnswerParts.check(command.parts(), original::has, Set.of());
        AssignmentRule.SOMETHING_CORRECTED.require(!command.parts().stream().allMatch(original::says));
        apply(new AnswerCorrected(
                id,
                opened.questionId(),
                command.answerId(),
                opened.body(),
                original.nextCorrection(),
                command.parts(),
                command.reason(),
                command.clearedBy(),
                command.happenedAt()));
    }

    @CommandHandler
    void handle(ReopenAssignment command) {
        List<Integer> own =
                opened.parts().stream().filter(command.parts()::contains).toList();
        if (command.round() <= round || own.isEmpty()) {
            return;
        }
        AssignmentRule.NOT_CLOSED.require(status != AssignmentStatus.CLOSED);
        apply(new AssignmentReopened(
                id, opened.questionId(), opened.body(), command.round(), own, command.reason(), command.happenedAt()));
    }

    @CommandHandler
    void handle(CloseAssignment command) {
        if (status != AssignmentStatus.CLOSED) {
            apply(new AssignmentClosed(id, opened.questionId(), opened.body(), command.reason(), command.happenedAt()));
        }
    }

    private void requireOwn(Actor actor) {
        if (!actor.worksIn(opened.body())) {
            throw new NotPermitted("a body acts only on its own assignments");
        }
    }

    private void requireOnDesk() {
        AssignmentRule.NOT_CLOSED.require(status != AssignmentStatus.CLOSED);
        AssignmentRule.NOT_RETURNED.require(status != AssignmentStatus.RETURNED);
    }

    private void requireWorkedOn() {
        requireOnDesk();
        AssignmentRule.ACCEPTED_FIRST.require(status != AssignmentStatus.OPEN);
        AssignmentRule.SOMETHING_DUE.require(!due.isEmpty());
    }

    private boolean isClearedOrPublished(ClearAnswer command) {
        return cleared != null
                && cleared.answerId().equals(command.answerId())
                && cleared.parts().equals(command.parts());
    }

    private List<PartAnswer> clearedWords(AnswerId answerId) {
        AnswerCleared current = AssignmentRule.CLEARED.requirePresent(cleared);
        AssignmentRule.CLEARED.require(current.answerId().equals(answerId));
        return current.parts();
    }

    @EventSourcingHandler
    void on(AssignmentOpened event) {
        id = event.assignmentId();
        opened = event;
        status = AssignmentStatus.OPEN;
        due.addAll(event.parts());
        last = event;
    }

    @EventSourcingHandler
    void on(AssignmentAccepted event) {
        status = AssignmentStatus.ACCEPTED;
        last = event;
    }

    @EventSourcingHandler
    void on(AssignmentReturned event) {
        status = AssignmentStatus.RETURNED;
        last = event;
    }

    @EventSourcingHandler
    void on(HoldingAnswerGiven event) {
        last = event;
    }

    @EventSourcingHandler
    void on(AnswerCleared event) {
        cleared = event;
        answerIds.add(event.answerId());
        last = event;
    }

    @EventSourcingHandler
    void on(AnswerPublished event) {
        published.put(event.answerId(), PublishedWords.of(event));
        event.parts().forEach(part -> due.remove(part.part()));
        status = AssignmentStatus.ANSWERED;
        last = event;
    }

    @EventSourcingHandler
    void on(AnswerCorrected event) {
        published.computeIfPresent(event.answerId(), (same, answer) -> answer.corrected(event));
        last = event;
    }

    @EventSourcingHandler
    void on(AssignmentReopened event) {
        round = event.round();
        due.addAll(event.parts());
        if (status == AssignmentStatus.ANSWERED) {
            status = AssignmentStatus.ACCEPTED;
        }
        last = event;
    }

    @EventSourcingHandler
    void on(AssignmentClosed event) {
        status = AssignmentStatus.CLOSED;
        last = event;
    }
}
