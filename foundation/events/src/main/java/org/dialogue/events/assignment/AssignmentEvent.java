package org.dialogue.events.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dialogue.events.AbsentInOlderHistory;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/** What an answering body does with its share of a question. */
public sealed interface AssignmentEvent extends DialogueEvent {

    /** {@return the assignment} */
    AssignmentId assignmentId();

    /** {@return the question it is a share of} */
    QuestionId questionId();

    /** {@return the body that owes the answer} */
    BodyId body();

    /**
     * The assignment reached the body's desk.
     *
     * @param clockStartedAt since when the answer is owed
     * @param note what the secretariat wants the body to know, if anything
     * @param transferReason why it was passed on to this body, if it was
     */
    record AssignmentOpened(
            AssignmentId assignmentId,
            QuestionId questionId,
            ProgrammeId programmeId,
            BodyId body,
            AnsweringRole role,
            List<Integer> parts,
            Due due,
            Instant clockStartedAt,
            @Nullable String note,
            @Nullable String transferReason,
            Instant happenedAt)
            implements AssignmentEvent {

        /** Keeps its own copy of the list. */
        public AssignmentOpened {
            parts = Lists.copy(parts);
        }
    }

    /** The body took the assignment on. */
    record AssignmentAccepted(AssignmentId assignmentId, QuestionId questionId, BodyId body, Instant happenedAt)
            implements AssignmentEvent {}

    /**
     * The body handed parts of the assignment back to the secretariat.
     *
     * @param parts the parts handed back; empty, as in older history, for all that were owed
     */
    record AssignmentReturned(
            AssignmentId assignmentId,
            QuestionId questionId,
            BodyId body,
            ReturnCategory category,
            String text,
            @AbsentInOlderHistory List<Integer> parts,
            Instant happenedAt)
            implements AssignmentEvent {

        /** Keeps its own copy of the list. */
        public AssignmentReturned {
            parts = Lists.copy(parts);
        }
    }

    /**
     * The body said that the answer will take longer, and why. It does not count as an answer.
     *
     * @param expectedOn the day by which the body means to answer, if it names one
     */
    record HoldingAnswerGiven(
            AssignmentId assignmentId,
            QuestionId questionId,
            BodyId body,
            String text,
            @Nullable LocalDate expectedOn,
            Instant happenedAt)
            implements AssignmentEvent {}

    /** The head of the body cleared an answer for publication, in exactly these words. */
    record AnswerCleared(
            AssignmentId assignmentId,
            QuestionId questionId,
            AnswerId answerId,
            BodyId body,
            List<PartAnswer> parts,
            PersonReference clearedBy,
            Instant happenedAt)
            implements AssignmentEvent {

        /** Keeps its own copy of the list. */
        public AnswerCleared {
            parts = Lists.copy(parts);
        }
    }

    /**
     * The cleared answer was published.
     *
     * @param answeredBy the person who answers for the body
     * @param source where the answer was taken from, when it was given elsewhere
     */
    record AnswerPublished(
            AssignmentId assignmentId,
            QuestionId questionId,
            ProgrammeId programmeId,
            AnswerId answerId,
            BodyId body,
            AnsweringRole role,
            List<PartAnswer> parts,
            PersonReference answeredBy,
            @Nullable SourceNote source,
            Instant happenedAt)
            implements AssignmentEvent {

        /** Keeps its own copy of the list. */
        public AnswerPublished {
            parts = Lists.copy(parts);
        }
    }

    /**
     * A published answer was corrected. The original stays readable beside it.
     *
     * @param correction 1 for the first correction of this answer, and so on
     * @param parts the corrected parts only
     */
    record AnswerCorrected(
            AssignmentId assignmentId,
            QuestionId questionId,
            AnswerId answerId,
            BodyId body,
            int correction,
            List<PartAnswer> parts,
            String reason,
            PersonReference clearedBy,
            Instant happenedAt)
            implements AssignmentEvent {

        /** Keeps its own copy of the list. */
        public AnswerCorrected {
            parts = Lists.copy(parts);
        }
    }

    /**
     * The asker's reopening made the assignment open again; what was answered stays on record.
     *
     * @param round the question's reopening it follows from
     * @param parts the parts that must be answered again
     */
    record AssignmentReopened(
            AssignmentId assignmentId,
            QuestionId questionId,
            BodyId body,
            int round,
            List<Integer> parts,
            String reason,
            Instant happenedAt)
            implements AssignmentEvent {

        /** Keeps its own copy of the list. */
        public AssignmentReopened {
            parts = Lists.copy(parts);
        }
    }

    /** Nothing more is owed on this assignment. */
    record AssignmentClosed(
            AssignmentId assignmentId, QuestionId questionId, BodyId body, ClosingReason reason, Instant happenedAt)
            implements AssignmentEvent {}

    /**
     * Parts of the assignment passed to another body; what the body has answered stays with it.
     *
     * @param parts the parts that are no longer this body's
     * @param successor the assignment that took them over
     */
    record AssignmentPartsTransferred(
            AssignmentId assignmentId,
            QuestionId questionId,
            BodyId body,
            List<Integer> parts,
            AssignmentId successor,
            Instant happenedAt)
            implements AssignmentEvent {

        /** Keeps its own copy of the list. */
        public AssignmentPartsTransferred {
            parts = Lists.copy(parts);
        }
    }

    /**
     * An assignment that ended with the withdrawal of its question stands again where it stood, as the withdrawal was a
     * mistake.
     *
     * @param reason why the withdrawal was put right
     */
    record AssignmentResumed(
            AssignmentId assignmentId, QuestionId questionId, BodyId body, String reason, Instant happenedAt)
            implements AssignmentEvent {}
}
