package org.dialogue.dialogues.question;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.NoteAnswer;
import org.dialogue.dialogues.question.QuestionCommand.NoteReturn;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ReopenQuestion;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.dialogues.question.QuestionCommand.UngroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.QuestionAnswered;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.rules.Unknown;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "question")
class Question {

    @AggregateIdentifier
    private @Nullable QuestionId questionId;

    private @Nullable QuestionState state;

    Question() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RaiseQuestion command, Actor actor) {
        AskingForOneself.mayRaise(command, actor);
        if (state == null) {
            apply(raising(command, command.happenedAt()));
        } else {
            QuestionRaised raised = state.raised();
            boolean same = raised.equals(raising(command, raised.happenedAt()));
            Repeats.mustHaveSameContent(same, "question", command.questionId());
        }
    }

    @CommandHandler
    void handle(GroupQuestion command) {
        if (command.lead().equals(known().lead())) {
            return;
        }
        mustNotBeWithdrawn();
        if (command.lead().equals(command.questionId())) {
            throw new RuleViolation("question-leads-itself", "a question cannot lead itself");
        }
        if (known().lead() != null) {
            throw new RuleViolation("question-grouped", "the question is led by " + known().lead() + " already");
        }
        apply(new QuestionGrouped(command.questionId(), command.lead(), command.happenedAt()));
    }

    @CommandHandler
    void handle(UngroupQuestion command) {
        QuestionId lead = known().lead();
        if (lead != null) {
            apply(new QuestionUngrouped(command.questionId(), lead, command.happenedAt()));
        }
    }

    @CommandHandler
    void handle(AssignQuestion command) {
        AssigningParts.decide(known(), command).forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(TransferAssignment command) {
        PassingOnASlot.decide(known(), command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(ConcludeQuestion command) {
        ConcludingParts.decide(known(), command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(ReopenQuestion command, Actor actor) {
        AskingForOneself.mayFollowUp(known().raised().asker(), actor);
        ReopeningAnsweredParts.decide(known(), command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(WithdrawQuestion command, Actor actor) {
        AskingForOneself.mayFollowUp(known().raised().asker(), actor);
        QuestionWithdrawn former = known().withdrawal();
        if (former != null && former.reason().equals(command.reason())) {
            return;
        }
        mustNotBeWithdrawn();
        if (known().conclusion() != null) {
            throw new RuleViolation("question-concluded", "a question that was concluded stays on record");
        }
        apply(new QuestionWithdrawn(command.questionId(), command.reason(), command.happenedAt()));
    }

    @CommandHandler
    void handle(NoteReturn command) {
        AnswerSlot slot = slot(command.assignmentId());
        if (slot.returned() != null || slot.passedTo() != null || known().status() == QuestionStatus.WITHDRAWN) {
            return;
        }
        if (slot.state() == AnswerSlot.State.ANSWERED) {
            throw new RuleViolation("assignment-answered", "an assignment that was answered cannot come back");
        }
        apply(new AssignmentReturnNoted(
                command.questionId(),
                command.assignmentId(),
                command.body(),
                command.category(),
                command.text(),
                List.of(),
                command.happenedAt()));
    }

    /** An answer that crossed with a transfer or a withdrawal is noted too; it just completes nothing. */
    @CommandHandler
    void handle(NoteAnswer command) {
        if (slot(command.assignmentId()).knows(command.answerId())) {
            return;
        }
        apply(new AnswerNoted(
                command.questionId(),
                command.assignmentId(),
                command.answerId(),
                command.body(),
                command.dispositions(),
                command.happenedAt()));
        if (known().status() == QuestionStatus.ASSIGNED && known().isAnswered()) {
            apply(new QuestionAnswered(command.questionId(), command.happenedAt()));
        }
    }

    @EventSourcingHandler
    void on(QuestionEvent event) {
        questionId = event.questionId();
        state = QuestionState.after(state, event);
    }

    private QuestionState known() {
        return Objects.requireNonNull(state, "a question begins by being raised");
    }

    private AnswerSlot slot(AssignmentId id) {
        return known().slot(id).orElseThrow(() -> new Unknown("assignment", id.value()));
    }

    private void mustNotBeWithdrawn() {
        if (known().status() == QuestionStatus.WITHDRAWN) {
            throw new RuleViolation("question-withdrawn", "the question was taken back");
        }
    }

    private static QuestionRaised raising(RaiseQuestion command, Instant happenedAt) {
        return new QuestionRaised(
                command.questionId(),
                command.programmeId(),
                command.direction(),
                command.asker(),
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
