package org.dialogue.answers.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/** What can be asked of an assignment. Opening, reopening, transfers and closing follow from the question; the rest is the body's. */
public sealed interface AssignmentCommand {

    /** {@return the assignment} */
    AssignmentId assignmentId();

    /** {@return when it happens or takes effect} */
    HappenedAt happenedAt();

    /**
     * Puts the assignment on the body's desk. The same again changes nothing.
     *
     * @param note what the secretariat wants the body to know, if anything
     * @param transferReason why it was passed on to this body, if it was
     */
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
            @Nullable String note,
            @Nullable String transferReason,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /** Takes the assignment on. */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record AcceptAssignment(@TargetAggregateIdentifier AssignmentId assignmentId, HappenedAt happenedAt)
            implements AssignmentCommand {}

    /**
     * Hands parts of the assignment back to the secretariat.
     *
     * @param parts the parts; none for all that are due
     */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record ReturnAssignment(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            ReturnCategory category,
            String text,
            List<Integer> parts,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /** Says that the answer takes longer. */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record GiveHoldingAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            String text,
            @Nullable LocalDate expectedOn,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /**
     * Clears an answer for publication, in exactly these words; a later clearance under another id takes its place.
     *
     * @param answerId its id
     * @param givenId whether the caller chose the id; if not, the same words again stay under the id they have
     */
    @AllowedTo(Role.HEAD)
    record ClearAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            AnswerId answerId,
            boolean givenId,
            List<PartAnswer> parts,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /**
     * Publishes the cleared answer.
     *
     * @param answeredBy who answers for the body; null for its head
     */
    @AllowedTo({Role.OFFICER, Role.HEAD})
    record PublishAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            AnswerId answerId,
            @Nullable PersonId answeredBy,
            @Nullable SourceNote source,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /** Corrects parts of a published answer. */
    @AllowedTo(Role.HEAD)
    record CorrectAnswer(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            AnswerId answerId,
            List<PartAnswer> parts,
            String reason,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /**
     * Makes answered parts due again. The same round again changes nothing.
     *
     * @param round the question's reopening it follows from
     * @param parts the question's reopened parts; those of other assignments are passed over
     * @param notedAnswers the assignment's answers that the question knew when it was reopened; none if that is not known
     */
    @AllowedTo(Role.SYSTEM)
    record ReopenAssignment(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            int round,
            List<Integer> parts,
            List<AnswerId> notedAnswers,
            String reason,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /**
     * Takes parts away that passed to another body. Parts that are gone stay gone.
     *
     * @param successor the assignment that takes them over
     */
    @AllowedTo(Role.SYSTEM)
    record TransferParts(
            @TargetAggregateIdentifier AssignmentId assignmentId,
            List<Integer> parts,
            AssignmentId successor,
            HappenedAt happenedAt)
            implements AssignmentCommand {}

    /** Ends the assignment, as its question was withdrawn. A closed one stays as it is. */
    @AllowedTo(Role.SYSTEM)
    record CloseAssignment(@TargetAggregateIdentifier AssignmentId assignmentId, HappenedAt happenedAt)
            implements AssignmentCommand {}

    /**
     * Lets an assignment that ended with its question's withdrawal stand where it stood. Any other stays as it is.
     *
     * @param reason why the withdrawal was put right
     */
    @AllowedTo(Role.SYSTEM)
    record ResumeAssignment(@TargetAggregateIdentifier AssignmentId assignmentId, String reason, HappenedAt happenedAt)
            implements AssignmentCommand {}
}
