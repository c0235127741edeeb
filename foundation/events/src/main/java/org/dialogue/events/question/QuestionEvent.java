package org.dialogue.events.question;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** What happens to a question, as its asker, the secretariat and the chair see it. */
public sealed interface QuestionEvent extends DialogueEvent {

    /** {@return the question} */
    QuestionId questionId();

    /**
     * A question or proposal was raised.
     *
     * @param asker who asks; for {@code TO_COMMUNE} a member of the leadership
     * @param unit the commune concerned: the asker's own, or the one that is asked
     * @param text the question as a whole, in the words of the record
     * @param parts what is asked, part by part, numbered from 1 without gaps
     * @param topics what the question is about; short lower-case terms
     */
    record QuestionRaised(
            QuestionId questionId,
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
            implements QuestionEvent {

        /** Keeps its own copies of the lists. */
        public QuestionRaised {
            parts = Lists.copy(parts);
            topics = Lists.copy(topics);
            references = Lists.copy(references);
            attachments = Lists.copy(attachments);
        }
    }

    /** The question was found similar to another, which leads the group. */
    record QuestionGrouped(QuestionId questionId, QuestionId lead, Instant happenedAt) implements QuestionEvent {}

    /** The question stands by itself again. */
    record QuestionUngrouped(QuestionId questionId, QuestionId lead, Instant happenedAt) implements QuestionEvent {}

    /**
     * A body was asked to answer parts of the question.
     *
     * @param assignmentId the body's answer slot
     * @param clockStartedAt since when the answer is owed; a later transfer does not move it
     * @param note what the secretariat wants the body to know
     */
    record QuestionAssigned(
            QuestionId questionId,
            ProgrammeId programmeId,
            AssignmentId assignmentId,
            BodyId body,
            AnsweringRole role,
            List<Integer> parts,
            Due due,
            Instant clockStartedAt,
            @Nullable String note,
            Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copy of the list. */
        public QuestionAssigned {
            parts = Lists.copy(parts);
        }
    }

    /**
     * An answer slot passed from one body to another. The former assignment ends; the clock goes on.
     *
     * @param formerAssignment the slot that ends
     * @param assignmentId the slot that takes its place
     * @param clockStartedAt since when the answer is owed, unchanged by the transfer
     */
    record AssignmentTransferred(
            QuestionId questionId,
            ProgrammeId programmeId,
            AssignmentId formerAssignment,
            BodyId formerBody,
            AssignmentId assignmentId,
            BodyId body,
            AnsweringRole role,
            List<Integer> parts,
            Due due,
            Instant clockStartedAt,
            String reason,
            Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copy of the list. */
        public AssignmentTransferred {
            parts = Lists.copy(parts);
        }
    }

    /** A body handed its assignment back; until it is transferred, the secretariat owes the next step. */
    record AssignmentReturnNoted(
            QuestionId questionId,
            AssignmentId assignmentId,
            BodyId body,
            ReturnCategory category,
            String text,
            Instant happenedAt)
            implements QuestionEvent {}

    /** A body's published answer reached the question. */
    record AnswerNoted(
            QuestionId questionId,
            AssignmentId assignmentId,
            AnswerId answerId,
            BodyId body,
            List<PartDisposition> dispositions,
            Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copy of the list. */
        public AnswerNoted {
            dispositions = Lists.copy(dispositions);
        }
    }

    /** Every part has been answered by every body it was assigned to. */
    record QuestionAnswered(QuestionId questionId, Instant happenedAt) implements QuestionEvent {}

    /** The chair decided on each part. */
    record QuestionConcluded(
            QuestionId questionId, PersonReference chair, List<PartConclusion> conclusions, Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copy of the list. */
        public QuestionConcluded {
            conclusions = Lists.copy(conclusions);
        }
    }

    /**
     * The asker holds that parts were not answered; their answer slots are open again.
     *
     * @param round 1 for the first reopening of the question, and so on
     * @param parts the parts that are open again
     * @param assignments the answer slots that are open again
     */
    record QuestionReopened(
            QuestionId questionId,
            int round,
            List<Integer> parts,
            List<AssignmentId> assignments,
            String reason,
            Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copies of the lists. */
        public QuestionReopened {
            parts = Lists.copy(parts);
            assignments = Lists.copy(assignments);
        }
    }

    /** The asker took the question back; nothing more is owed on it. */
    record QuestionWithdrawn(QuestionId questionId, String reason, Instant happenedAt) implements QuestionEvent {}
}
