package org.dialogue.events.question;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.AbsentInOlderHistory;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonId;
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
     * What is owed in an answer slot passed from one body to another; the clock goes on. Parts that the former body has
     * answered, and that nobody contests, stay with it.
     *
     * @param formerAssignment the slot that loses the parts; it ends if it has no others
     * @param assignmentId the slot that takes them over
     * @param parts the parts that pass on
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

    /**
     * A body handed parts of its assignment back; until they are transferred, the secretariat owes the next step.
     *
     * @param parts the parts handed back; empty, as in older history, for all that were owed
     */
    record AssignmentReturnNoted(
            QuestionId questionId,
            AssignmentId assignmentId,
            BodyId body,
            ReturnCategory category,
            String text,
            @AbsentInOlderHistory List<Integer> parts,
            Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copy of the list. */
        public AssignmentReturnNoted {
            parts = Lists.copy(parts);
        }
    }

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

    /**
     * The chair decided on some parts, while others are still open.
     *
     * @param conclusions the decisions, each on a part that was answered and not concluded since
     */
    record QuestionPartsConcluded(
            QuestionId questionId, PersonReference chair, List<PartConclusion> conclusions, Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copy of the list. */
        public QuestionPartsConcluded {
            conclusions = Lists.copy(conclusions);
        }
    }

    /**
     * The chair decided on each part.
     *
     * @param conclusions all decisions that stand, those on parts concluded before included
     */
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

    /**
     * The secretariat put the words of a question right. The original stays readable beside them.
     *
     * @param text the question as a whole; absent where it stays
     * @param parts the parts put right, whole, by their numbers; the others stay
     * @param topics what the question is about; absent where they stay
     * @param reason why
     */
    record QuestionCorrected(
            QuestionId questionId,
            @Nullable String text,
            List<QuestionPart> parts,
            @Nullable List<String> topics,
            String reason,
            Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copies of the lists. */
        public QuestionCorrected {
            parts = Lists.copy(parts);
            topics = topics == null ? null : List.copyOf(topics);
        }
    }

    /**
     * Another circle may read the question from now on. It governs what anybody sees of earlier moments too.
     *
     * @param visibility who may read it
     * @param reason why
     */
    record QuestionVisibilityChanged(QuestionId questionId, Visibility visibility, String reason, Instant happenedAt)
            implements QuestionEvent {}

    /**
     * The question leads another one from now on: its answer and its conclusion serve both.
     *
     * @param follower the question that is led; its own {@link QuestionGrouped} is recorded in the same commit
     * @param asker who asked the follower, and may therefore contest the answer
     */
    record QuestionFollowerAdded(QuestionId questionId, QuestionId follower, PersonId asker, Instant happenedAt)
            implements QuestionEvent {}

    /**
     * The question leads another one no longer.
     *
     * @param follower the question that stands by itself again; its own {@link QuestionUngrouped} is recorded in the same
     *     commit
     */
    record QuestionFollowerReleased(QuestionId questionId, QuestionId follower, Instant happenedAt)
            implements QuestionEvent {}

    /**
     * The chair put conclusions right. The original stays readable beside them.
     *
     * @param conclusions the conclusions put right, whole; the others stay
     * @param reason why
     */
    record QuestionConclusionCorrected(
            QuestionId questionId,
            PersonReference chair,
            List<PartConclusion> conclusions,
            String reason,
            Instant happenedAt)
            implements QuestionEvent {

        /** Keeps its own copy of the list. */
        public QuestionConclusionCorrected {
            conclusions = Lists.copy(conclusions);
        }
    }

    /**
     * A withdrawal was put right. The original stays readable beside it.
     *
     * @param withdrawn whether the question stays withdrawn; if not, it stands where it stood before the withdrawal
     * @param text why it was withdrawn, in the right words; present exactly when it stays withdrawn
     * @param reason why the withdrawal had to be put right
     */
    record QuestionWithdrawalCorrected(
            QuestionId questionId,
            boolean withdrawn,
            @Nullable String text,
            String reason,
            Instant happenedAt) implements QuestionEvent {}

    /**
     * The question is followed up in another programme from now on.
     *
     * @param formerProgramme the programme it comes from; its running number there stays its number
     * @param programmeId the programme it goes to
     * @param reason why
     */
    record QuestionCarriedOver(
            QuestionId questionId,
            ProgrammeId formerProgramme,
            ProgrammeId programmeId,
            String reason,
            Instant happenedAt)
            implements QuestionEvent {}
}
