package org.dialogue.dialogues.question;

import java.time.Instant;
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
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked of a question, by its asker, the secretariat, the chair, and by what the bodies have done. */
public sealed interface QuestionCommand {

    /** {@return the question} */
    QuestionId questionId();

    /** Raises a question or proposal in a programme that takes them. Parts are numbered from 1 without gaps. */
    @AllowedTo({Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT})
    record RaiseQuestion(
            @TargetAggregateIdentifier QuestionId questionId,
            ProgrammeId programmeId,
            Direction direction,
            PersonReference asker,
            UnitId unit,
            String text,
            List<QuestionPart> parts,
            List<String> topics,
            List<RegulationReference> references,
            @Nullable SourceNote source,
            List<Attachment> attachments,
            Visibility visibility,
            Instant happenedAt)
            implements QuestionCommand {}

    /** Puts the question beside a similar one of the same programme, which leads the group. */
    @AllowedTo(Role.SECRETARIAT)
    record GroupQuestion(@TargetAggregateIdentifier QuestionId questionId, QuestionId lead, Instant happenedAt)
            implements QuestionCommand {}

    /** Lets the question stand by itself again. */
    @AllowedTo(Role.SECRETARIAT)
    record UngroupQuestion(@TargetAggregateIdentifier QuestionId questionId, Instant happenedAt)
            implements QuestionCommand {}

    /** Asks one or several bodies to answer, all of them or none. */
    @AllowedTo(Role.SECRETARIAT)
    record AssignQuestion(
            @TargetAggregateIdentifier QuestionId questionId, List<NewAssignment> assignments, Instant happenedAt)
            implements QuestionCommand {}

    /**
     * One body's share.
     *
     * @param parts the parts it shall answer; empty for all
     * @param note what it should know
     */
    record NewAssignment(
            AssignmentId assignmentId,
            BodyId body,
            AnsweringRole role,
            List<Integer> parts,
            Due due,
            @Nullable String note) {}

    /** Passes an answer slot on to another body; parts, due date and clock go with it. */
    @AllowedTo(Role.SECRETARIAT)
    record TransferAssignment(
            @TargetAggregateIdentifier QuestionId questionId,
            AssignmentId formerAssignment,
            AssignmentId assignmentId,
            BodyId body,
            String reason,
            Instant happenedAt)
            implements QuestionCommand {}

    /** Puts the chair's decision on each part of an answered question on record. */
    @AllowedTo(Role.CHAIR)
    record ConcludeQuestion(
            @TargetAggregateIdentifier QuestionId questionId,
            PersonReference chair,
            List<PartConclusion> conclusions,
            Instant happenedAt)
            implements QuestionCommand {}

    /** Opens answered parts again, because to the asker the answer does not answer. */
    @AllowedTo({Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT})
    record ReopenQuestion(
            @TargetAggregateIdentifier QuestionId questionId, List<Integer> parts, String reason, Instant happenedAt)
            implements QuestionCommand {}

    /** Takes the question back, unless it was ever concluded. */
    @AllowedTo({Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT})
    record WithdrawQuestion(@TargetAggregateIdentifier QuestionId questionId, String reason, Instant happenedAt)
            implements QuestionCommand {}

    /** Notes that a body handed its assignment back. */
    @AllowedTo(Role.SYSTEM)
    record NoteReturn(
            @TargetAggregateIdentifier QuestionId questionId,
            AssignmentId assignmentId,
            BodyId body,
            ReturnCategory category,
            String text,
            Instant happenedAt)
            implements QuestionCommand {}

    /** Notes that a body published an answer. */
    @AllowedTo(Role.SYSTEM)
    record NoteAnswer(
            @TargetAggregateIdentifier QuestionId questionId,
            AssignmentId assignmentId,
            AnswerId answerId,
            BodyId body,
            List<PartDisposition> dispositions,
            Instant happenedAt)
            implements QuestionCommand {}
}
