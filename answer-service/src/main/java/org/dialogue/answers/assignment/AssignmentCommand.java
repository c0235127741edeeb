package org.dialogue.answers.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked of an assignment. Opening, reopening and closing follow from the question; the rest is the body's. */
public sealed interface AssignmentCommand {

    /** {@return the assignment} */
    AssignmentId assignmentId();

    /** {@return when it happens or takes effect} */
    Instant happenedAt();

    /** Puts the assignment on the body's desk. The same again changes nothing. */
    @AllowedTo(Role.SYSTEM)
    record OpenAssignment(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            QuestionId questionId,
            ProgrammeId programmeId,
            BodyId body,
            AnsweringRole role,
            List<Integer> parts,
            Due due,
            Instant clockStartedAt,
            Instant happenedAt)
            implements AssignmentCommand {}

    /** Takes the assignment on. */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record AcceptAssignment(@TargetAggregateIdentifier AssignmentId assignmentId, Instant happenedAt)
            implements AssignmentCommand {}

    /** Hands the assignment back to the secretariat. */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record ReturnAssignment(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            ReturnCategory category,
            String text,
            Instant happenedAt)
            implements AssignmentCommand {}

    /** Says that the answer takes longer. */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record GiveHoldingAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            String text,
            @Nullable LocalDate expectedOn,
            Instant happenedAt)
            implements AssignmentCommand {}

    /**
     * Clears an answer for publication, in exactly these words; a later clearance under another id takes its place.
     *
     * @param clearedBy the acting head, as history keeps people
     */
    @AllowedTo(Role.HEAD)
    record ClearAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            AnswerId answerId,
            List<PartAnswer> parts,
            PersonReference clearedBy,
            Instant happenedAt)
            implements AssignmentCommand {}

    /** Publishes the cleared answer. */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record PublishAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            AnswerId answerId,
            PersonReference answeredBy,
            @Nullable SourceNote source,
            Instant happenedAt)
            implements AssignmentCommand {}

    /**
     * Corrects parts of a published answer.
     *
     * @param clearedBy the acting head, as history keeps people
     */
    @AllowedTo(Role.HEAD)
    record CorrectAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            AnswerId answerId,
            List<PartAnswer> parts,
            String reason,
            PersonReference clearedBy,
            Instant happenedAt)
            implements AssignmentCommand {}

    /**
     * Makes answered parts due again. The same round again changes nothing.
     *
     * @param round the question's reopening it follows from
     * @param parts the question's reopened parts; those of other assignments are passed over
     */
    @AllowedTo(Role.SYSTEM)
    record ReopenAssignment(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            int round,
            List<Integer> parts,
            String reason,
            Instant happenedAt)
            implements AssignmentCommand {}

    /** Ends the assignment. A closed one stays as it is. */
    @AllowedTo(Role.SYSTEM)
    record CloseAssignment(
            @TargetAggregateIdentifier AssignmentId assignmentId, ClosingReason reason, Instant happenedAt)
            implements AssignmentCommand {}
}
