package org.dialogue.answers.assignment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.answers.assignment.AssignmentCommand.AcceptAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.CorrectAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.GiveHoldingAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.PublishAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.ReopenAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ResumeAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ReturnAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.TransferParts;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentPartsTransferred;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentResumed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.Plausible;
import org.jspecify.annotations.Nullable;

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
        if (state == null) {
            apply(new AssignmentOpened(
                    command.assignmentId(),
                    command.questionId(),
                    command.programmeId(),
                    command.body(),
                    command.role(),
                    command.parts(),
                    command.due(),
                    command.clockStartedAt(),
                    command.note(),
                    command.transferReason(),
                    command.happenedAt().instant()));
        } else {
            AssignmentRule.SAME_ASSIGNMENT.require(isOpenedBy(command));
        }
    }

    @CommandHandler
    void handle(AcceptAssignment command, Actor actor) {
        requireOwn(actor);
        AssignmentAccepted before = state.accepted();
        if (before != null && command.happenedAt().repeats(true, before.happenedAt())) {
            return;
        }
        AssignmentRule.requireOnDesk(state);
        AssignmentRule.ACCEPTED_ONCE.require(before == null);
        apply(new AssignmentAccepted(
                id,
                question(),
                body(),
                command.happenedAt().notBefore(state.opened().happenedAt())));
    }

    @CommandHandler
    void handle(ReturnAssignment command, Actor actor) {
        requireOwn(actor);
        if (repeatsLastReturn(command)) {
            return;
        }
        AssignmentRule.NOT_CLOSED.require(state.closed() == null);
        List<Integer> parts = partsToReturn(command.parts());
        apply(new AssignmentReturned(
                id,
                question(),
                body(),
                command.category(),
                command.text(),
                parts,
                command.happenedAt().notBefore(state.askedAt(parts))));
    }

    @CommandHandler
    void handle(GiveHoldingAnswer command, Actor actor, HostCalendar calendar) {
        requireOwn(actor);
        if (repeatsHoldingAnswer(command)) {
            return;
        }
        requireExpectable(
                command.expectedOn(), calendar.dayOf(command.happenedAt().instant()));
        AssignmentRule.requireWorkedOn(state);
        apply(new HoldingAnswerGiven(
                id,
                question(),
                body(),
                command.text(),
                command.expectedOn(),
                command.happenedAt().notBefore(state.askedAt(state.partsDue()))));
    }

    @CommandHandler
    void handle(ClearAnswer command, Actor actor, AnsweringFor people) {
        requireOwn(actor);
        if (repeatsLastClearance(command)) {
            return;
        }
        AssignmentRule.requireWorkedOn(state);
        AssignmentRule.ANSWER_ID_UNUSED.require(!state.knows(command.answerId()));
        AnswerParts.check(numbers(command.parts()), this::mayBeAnswered, state.partsDue());
        apply(new AnswerCleared(
                id,
                question(),
                command.answerId(),
                body(),
                command.parts(),
                people.acting(actor),
                command.happenedAt().notBefore(state.askedAt(numbers(command.parts())))));
    }

    @CommandHandler
    void handle(PublishAnswer command, Actor actor, AnsweringFor people) {
        requireOwn(actor);
        var before = state.answer(command.answerId());
        if (before.isPresent()) {
            AssignmentRule.PUBLISHED_ONCE.require(isPublishedBy(command, before.get()));
            return;
        }
        AssignmentRule.requireWorkedOn(state);
        AnswerCleared cleared = publishable(command.answerId());
        apply(new AnswerPublished(
                id,
                question(),
                state.opened().programmeId(),
                command.answerId(),
                body(),
                state.opened().role(),
                cleared.parts(),
                people.answering(body(), command.answeredBy()),
                command.source(),
                command.happenedAt().notBefore(later(cleared.happenedAt(), state.askedAt(numbers(cleared.parts()))))));
    }

    @CommandHandler
    void handle(CorrectAnswer command, Actor actor, AnsweringFor people) {
        requireOwn(actor);
        AnswerOnRecord answer = AssignmentRule.PUBLISHED.requirePresent(state.answer(command.answerId()));
        if (answer.wasLastCorrectedBy(command)) {
            return;
        }
        AssignmentRule.NOT_CLOSED.require(state.closed() == null);
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
                people.acting(actor),
                command.happenedAt().notBefore(answer.published().happenedAt())));
    }

    /** What the asker had not yet seen when asking again is no part of what is asked again. */
    @CommandHandler
    void handle(ReopenAssignment command) {
        List<Integer> again = state.parts(PartStanding.ANSWERED).stream()
                .filter(command.parts()::contains)
                .filter(part -> state.answers().stream()
                        .filter(answer -> answer.speaksTo(part))
                        .allMatch(answer -> answer.isNotedIn(command.notedAnswers())))
                .toList();
        if (command.round() <= state.round() || again.isEmpty()) {
            return;
        }
        apply(new AssignmentReopened(
                id,
                question(),
                body(),
                command.round(),
                again,
                command.reason(),
                command.happenedAt().notBefore(lastAnswered(again))));
    }

    /** What was answered while the transfer was under way goes with it; the answer stays on record. */
    @CommandHandler
    void handle(TransferParts command) {
        List<Integer> left = state.shares().stream()
                .filter(share -> share.standing() != PartStanding.TRANSFERRED)
                .map(AssignmentState.Share::part)
                .toList();
        List<Integer> gone = left.stream().filter(command.parts()::contains).toList();
        if (gone.isEmpty()) {
            return;
        }
        Instant at = command.happenedAt().notBefore(state.opened().happenedAt());
        apply(
                gone.equals(left)
                        ? new AssignmentClosed(id, question(), body(), ClosingReason.TRANSFERRED, at)
                        : new AssignmentPartsTransferred(id, question(), body(), gone, command.successor(), at));
    }

    @CommandHandler
    void handle(CloseAssignment command) {
        if (state.closed() == null) {
            apply(new AssignmentClosed(
                    id,
                    question(),
                    body(),
                    ClosingReason.QUESTION_WITHDRAWN,
                    command.happenedAt().notBefore(state.opened().happenedAt())));
        }
    }

    @CommandHandler
    void handle(ResumeAssignment command) {
        AssignmentClosed closed = state.closed();
        if (closed != null && closed.reason() == ClosingReason.QUESTION_WITHDRAWN) {
            apply(new AssignmentResumed(
                    id,
                    question(),
                    body(),
                    command.reason(),
                    command.happenedAt().notBefore(closed.happenedAt())));
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

    /** Another body's assignment is nothing that the actor may know of. */
    private void requireOwn(Actor actor) {
        if (!ReadingPolicy.worksFor(actor, body())) {
            throw new NotFound("assignment", id.value());
        }
    }

    /** The note and the reason are newer than the oldest history, and say nothing about which assignment it is. */
    private boolean isOpenedBy(OpenAssignment command) {
        AssignmentOpened opened = state.opened();
        return opened.questionId().equals(command.questionId())
                && opened.body().equals(command.body())
                && opened.role() == command.role()
                && opened.parts().equals(command.parts())
                && opened.due().equals(command.due())
                && opened.clockStartedAt().equals(command.clockStartedAt());
    }

    private boolean repeatsLastReturn(ReturnAssignment command) {
        return state.lastReturn()
                .filter(last -> command.happenedAt()
                        .repeats(
                                last.category() == command.category()
                                        && last.text().equals(command.text())
                                        && concerns(last, command.parts()),
                                last.happenedAt()))
                .isPresent();
    }

    private boolean concerns(AssignmentReturned last, List<Integer> parts) {
        return parts.isEmpty() ? state.partsDue().isEmpty() : Set.copyOf(parts).equals(Set.copyOf(last.parts()));
    }

    private List<Integer> partsToReturn(List<Integer> named) {
        if (named.isEmpty()) {
            AssignmentRule.NOT_RETURNED.require(state.status() != AssignmentStatus.RETURNED);
            AssignmentRule.SOMETHING_DUE.require(!state.partsDue().isEmpty());
            return state.partsDue();
        }
        Findings findings = new Findings();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            int part = named.get(i);
            String field = "parts[" + i + "]";
            findings.require(
                            state.standing(part).isPresent(),
                            field,
                            "part-not-here.assignment",
                            "part " + part + " is none of this assignment",
                            part)
                    .require(
                            seen.add(part),
                            field,
                            "part-twice",
                            "part " + part + " is named twice; name each part once",
                            part);
        }
        findings.refuseIfAny();
        AssignmentRule.PART_DUE.require(state.partsDue().containsAll(named));
        return state.partsDue().stream().filter(named::contains).toList();
    }

    private boolean repeatsHoldingAnswer(GiveHoldingAnswer command) {
        var event = new HoldingAnswerGiven(
                id,
                question(),
                body(),
                command.text(),
                command.expectedOn(),
                command.happenedAt().instant());
        return state.lastHoldingAnswer()
                        .filter(last -> command.happenedAt()
                                .repeats(
                                        last.text().equals(command.text())
                                                && Objects.equals(last.expectedOn(), command.expectedOn()),
                                        last.happenedAt()))
                        .isPresent()
                || command.happenedAt().given() && state.holdingAnswers().contains(event);
    }

    private static void requireExpectable(@Nullable LocalDate expectedOn, LocalDate today) {
        Findings findings = new Findings();
        findings.require(
                expectedOn == null || !expectedOn.isBefore(today),
                "expectedOn",
                "not-before-answer",
                "the answer cannot be expected before " + today + ", the day of this holding answer",
                today);
        Plausible.requireDay("expectedOn", expectedOn, Plausible.latestAhead(today), findings);
        findings.refuseIfAny();
    }

    /** Words whose id was not chosen by the caller are the same clearance until they have been asked about again. */
    private boolean repeatsLastClearance(ClearAnswer command) {
        return state.lastClearance()
                .filter(last -> command.happenedAt()
                        .repeats(
                                last.parts().equals(command.parts())
                                        && (command.givenId()
                                                ? last.answerId().equals(command.answerId())
                                                : stands(last)),
                                last.happenedAt()))
                .isPresent();
    }

    private boolean stands(AnswerCleared clearance) {
        return state.answer(clearance.answerId()).isEmpty()
                || Collections.disjoint(numbers(clearance.parts()), state.partsDue());
    }

    private static boolean isPublishedBy(PublishAnswer command, AnswerOnRecord answer) {
        AnswerPublished published = answer.published();
        return command.happenedAt()
                .repeats(
                        (command.answeredBy() == null
                                        || command.answeredBy()
                                                .equals(published.answeredBy().id()))
                                && Objects.equals(command.source(), published.source()),
                        published.happenedAt());
    }

    private AnswerCleared publishable(AnswerId answerId) {
        AnswerCleared cleared = AssignmentRule.CLEARED.requirePresent(
                state.lastClearance().filter(last -> last.answerId().equals(answerId)));
        List<Integer> parts = numbers(cleared.parts());
        AssignmentRule.CLEARANCE_COVERS_DUE_PARTS.require(parts.containsAll(state.partsDue()));
        AssignmentRule.CLEARED_PARTS_HERE.require(parts.stream().allMatch(this::mayBeAnswered));
        return cleared;
    }

    /** What the body owes, and what it has answered and may say more about. */
    private boolean mayBeAnswered(int part) {
        return state.standing(part)
                .filter(standing -> standing == PartStanding.DUE || standing == PartStanding.ANSWERED)
                .isPresent();
    }

    private Instant lastAnswered(List<Integer> parts) {
        return state.answers().stream()
                .filter(answer -> parts.stream().anyMatch(answer::speaksTo))
                .map(answer -> answer.published().happenedAt())
                .reduce(state.opened().happenedAt(), Assignment::later);
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    private static List<Integer> numbers(List<PartAnswer> parts) {
        return parts.stream().map(PartAnswer::part).toList();
    }
}
