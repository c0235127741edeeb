package org.dialogue.dialogues.question;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.directory.PeopleOnRecord;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.AnswerSlot.Standing;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectConclusion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectQuestion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectWithdrawal;
import org.dialogue.dialogues.question.QuestionCommand.NoteAnswer;
import org.dialogue.dialogues.question.QuestionCommand.NoteReturn;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ReopenQuestion;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.QuestionAnswered;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What concerns one question alone. What concerns a group of them is in {@link QuestionGroups}. */
@Aggregate(type = "question")
class Question {

    @AggregateIdentifier
    private @Nullable QuestionId questionId;

    private @Nullable QuestionState state;

    Question() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            RaiseQuestion command,
            Actor actor,
            PeopleOnRecord people,
            Programmes programmes,
            Directory directory,
            HostCalendar calendar) {
        if (state != null && repeats(command, state.raised())) {
            AskingPermissions.mayRaise(command, actor);
            return;
        }
        RaiseQuestionPolicy.mustMakeSense(command, people, programmes, directory, calendar);
        PersonReference asker = people.personIn("asker", command.asker());
        AskingPermissions.mayRaise(command, actor);
        RaiseQuestionPolicy.mustBeTaken(command, asker, actor, programmes);
        Repeats.mustBeFree(state == null, "question", command.questionId());
        apply(raising(command, asker, command.happenedAt().instant()));
    }

    @CommandHandler
    void handle(CorrectQuestion command) {
        record(CorrectQuestionDecision.decide(known(), command));
    }

    @CommandHandler
    void handle(AssignQuestion command, AssignmentIds ids, Directory directory, HostCalendar calendar) {
        AssignQuestionDecision.decide(known(), command, ids, directory, calendar)
                .forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(TransferAssignment command, AssignmentIds ids, Directory directory) {
        record(TransferAssignmentDecision.decide(known(), command, ids, directory));
    }

    @CommandHandler
    void handle(ConcludeQuestion command, Actor actor, PeopleOnRecord people) {
        record(ConcludeQuestionDecision.decide(known(), command, AskingPermissions.inPerson(actor, people)));
    }

    @CommandHandler
    void handle(CorrectConclusion command, Actor actor, PeopleOnRecord people) {
        record(ConcludeQuestionDecision.decide(known(), command, AskingPermissions.inPerson(actor, people)));
    }

    @CommandHandler
    void handle(ReopenQuestion command, Actor actor, Programmes programmes) {
        AskingPermissions.mayContest(known(), actor);
        record(ReopenQuestionDecision.decide(known(), command, programmes));
    }

    @CommandHandler
    void handle(CorrectWithdrawal command, Programmes programmes) {
        record(WithdrawQuestionDecision.decide(known(), command, programmes));
        completeIfAnswered(known().latest(QuestionWithdrawalCorrected.class)
                .map(QuestionWithdrawalCorrected::happenedAt)
                .orElse(command.happenedAt().instant()));
    }

    /** What passed on meanwhile comes back from nobody; a return that crossed with a withdrawal waits with it. */
    @CommandHandler
    void handle(NoteReturn command) {
        AnswerSlot slot = slot(command.assignmentId());
        List<Integer> parts = slot.parts(Standing.DUE).stream()
                .filter(part -> command.parts().isEmpty() || command.parts().contains(part))
                .toList();
        if (command.parts().stream().anyMatch(slot::hasAnswered)) {
            throw new RuleViolation("assignment-answered.returned", "a part that was answered cannot come back");
        }
        if (parts.isEmpty() || wasNoted(slot, command)) {
            return;
        }
        apply(new AssignmentReturnNoted(
                command.questionId(),
                command.assignmentId(),
                command.body(),
                command.category(),
                command.text(),
                parts,
                command.happenedAt().notBefore(slot.since(parts))));
    }

    /** An answer that crossed with a transfer or a withdrawal is noted too; it just completes nothing. */
    @CommandHandler
    void handle(NoteAnswer command) {
        AnswerSlot slot = slot(command.assignmentId());
        if (slot.knows(command.answerId())) {
            return;
        }
        List<Integer> parts =
                command.dispositions().stream().map(PartDisposition::part).toList();
        Instant at = command.happenedAt().notBefore(slot.since(parts));
        apply(new AnswerNoted(
                command.questionId(),
                command.assignmentId(),
                command.answerId(),
                command.body(),
                command.dispositions(),
                at));
        completeIfAnswered(at);
    }

    @EventSourcingHandler
    void on(QuestionEvent event) {
        questionId = event.questionId();
        state = QuestionState.after(state, event);
    }

    /** {@return the question as it is now} */
    QuestionState known() {
        return Objects.requireNonNull(state, "a question begins by being raised");
    }

    /** Puts on record what was decided with others of the group. */
    void record(QuestionEvent event) {
        apply(event);
    }

    private void record(Optional<? extends QuestionEvent> decided) {
        decided.ifPresent(event -> apply(event));
    }

    private void completeIfAnswered(Instant at) {
        if (known().status() == QuestionStatus.ASSIGNED && known().isAnswered()) {
            apply(new QuestionAnswered(known().id(), at));
        }
    }

    private AnswerSlot slot(AssignmentId id) {
        return known().slot(id).orElseThrow(() -> new NotFound("assignment", id.value()));
    }

    private static boolean wasNoted(AnswerSlot slot, NoteReturn command) {
        return command.parts().isEmpty()
                && slot.returns().stream()
                        .anyMatch(noted -> noted.category() == command.category()
                                && noted.text().equals(command.text())
                                && noted.happenedAt()
                                        .equals(command.happenedAt().instant()));
    }

    private static boolean repeats(RaiseQuestion command, QuestionRaised raised) {
        boolean same = raised.asker().id().equals(command.asker())
                && raised.equals(raising(command, raised.asker(), raised.happenedAt()));
        return command.happenedAt().repeats(same, raised.happenedAt());
    }

    private static QuestionRaised raising(RaiseQuestion command, PersonReference asker, Instant happenedAt) {
        return new QuestionRaised(
                command.questionId(),
                command.programmeId(),
                command.direction(),
                asker,
                command.unit(),
                command.text(),
                command.parts(),
                command.topics(),
                command.references(),
                command.source(),
                command.attachments(),
                command.visibility(),
                happenedAt);
    }
}
