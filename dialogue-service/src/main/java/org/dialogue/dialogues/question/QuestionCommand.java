package org.dialogue.dialogues.question;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.RegulationReference;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/** What can be asked of a question, by its asker, the secretariat, the chair, and by what the bodies have done. */
public sealed interface QuestionCommand {

    /** {@return the question} */
    QuestionId questionId();

    /** Raises a question or proposal of a person on record in a programme that takes them. */
    @AllowedTo({Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT})
    record RaiseQuestion(
            @TargetAggregateIdentifier QuestionId questionId,
            ProgrammeId programmeId,
            Direction direction,
            PersonId asker,
            UnitId unit,
            String text,
            List<QuestionPart> parts,
            List<String> topics,
            List<RegulationReference> references,
            @Nullable SourceNote source,
            List<Attachment> attachments,
            Visibility visibility,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Puts the question under a similar one of the same programme, whose answer and conclusion serve both. */
    @AllowedTo(Role.SECRETARIAT)
    record GroupQuestion(@TargetAggregateIdentifier QuestionId questionId, QuestionId lead, HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Lets the question stand by itself again. */
    @AllowedTo(Role.SECRETARIAT)
    record UngroupQuestion(@TargetAggregateIdentifier QuestionId questionId, HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Asks one or several bodies to answer, all of them or none. */
    @AllowedTo(Role.SECRETARIAT)
    record AssignQuestion(
            @TargetAggregateIdentifier QuestionId questionId, List<NewAssignment> assignments, HappenedAt happenedAt)
            implements QuestionCommand {}

    /**
     * One body's share.
     *
     * @param named whether the caller gave the id; otherwise the share is known again by its content
     * @param parts the parts it shall answer; empty for all
     * @param note what it should know
     */
    record NewAssignment(
            AssignmentId assignmentId,
            boolean named,
            BodyId body,
            AnsweringRole role,
            List<Integer> parts,
            Due due,
            @Nullable String note) {}

    /**
     * Passes what is owed in an answer slot on to another body; due date and clock go with it.
     *
     * @param named whether the caller gave the successor's id
     * @param parts the parts that pass on; empty for all that are owed
     */
    @AllowedTo(Role.SECRETARIAT)
    record TransferAssignment(
            @TargetAggregateIdentifier QuestionId questionId,
            AssignmentId formerAssignment,
            AssignmentId assignmentId,
            boolean named,
            BodyId body,
            List<Integer> parts,
            String reason,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Puts the chair's decision on answered parts on record; the last one concludes the question. */
    @AllowedTo(Role.CHAIR)
    record ConcludeQuestion(
            @TargetAggregateIdentifier QuestionId questionId, List<PartConclusion> conclusions, HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Opens answered parts again, because to the asker the answer does not answer. */
    @AllowedTo({Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT})
    record ReopenQuestion(
            @TargetAggregateIdentifier QuestionId questionId, List<Integer> parts, String reason, HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Puts conclusions right that stand; what was said first stays readable. */
    @AllowedTo(Role.CHAIR)
    record CorrectConclusion(
            @TargetAggregateIdentifier QuestionId questionId,
            List<PartConclusion> conclusions,
            String reason,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /**
     * Puts the words of the question right; the first ones stay readable.
     *
     * @param text the question as a whole; null where it stays
     * @param topics what it is about; null where they stay
     */
    @AllowedTo(Role.SECRETARIAT)
    record CorrectQuestion(
            @TargetAggregateIdentifier QuestionId questionId,
            @Nullable String text,
            List<PartCorrection> parts,
            @Nullable List<String> topics,
            String reason,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /** One part put right; what is null stays. */
    record PartCorrection(
            int number, @Nullable String text, @Nullable List<String> topics) {}

    /** Lets another circle read the question from now on. */
    @AllowedTo(Role.SECRETARIAT)
    record ChangeVisibility(
            @TargetAggregateIdentifier QuestionId questionId,
            Visibility visibility,
            String reason,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Has the question, and what follows it, followed up in another programme from now on. */
    @AllowedTo(Role.SECRETARIAT)
    record CarryOverQuestion(
            @TargetAggregateIdentifier QuestionId questionId,
            ProgrammeId programmeId,
            String reason,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /**
     * Puts a withdrawal right.
     *
     * @param withdrawn whether the question stays withdrawn; if not, it stands where it stood
     * @param text why it was withdrawn, in the right words; given exactly when it stays withdrawn
     */
    @AllowedTo(Role.SECRETARIAT)
    record CorrectWithdrawal(
            @TargetAggregateIdentifier QuestionId questionId,
            boolean withdrawn,
            @Nullable String text,
            String reason,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Takes the question back, unless the chair ever concluded on a part of it. */
    @AllowedTo({Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT})
    record WithdrawQuestion(@TargetAggregateIdentifier QuestionId questionId, String reason, HappenedAt happenedAt)
            implements QuestionCommand {}

    /**
     * Notes that a body handed parts of its assignment back.
     *
     * @param parts what it handed back; empty for all that was due
     */
    @AllowedTo(Role.SYSTEM)
    record NoteReturn(
            @TargetAggregateIdentifier QuestionId questionId,
            AssignmentId assignmentId,
            BodyId body,
            ReturnCategory category,
            String text,
            List<Integer> parts,
            HappenedAt happenedAt)
            implements QuestionCommand {}

    /** Notes that a body published an answer. */
    @AllowedTo(Role.SYSTEM)
    record NoteAnswer(
            @TargetAggregateIdentifier QuestionId questionId,
            AssignmentId assignmentId,
            AnswerId answerId,
            BodyId body,
            List<PartDisposition> dispositions,
            HappenedAt happenedAt)
            implements QuestionCommand {}
}
