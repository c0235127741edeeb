package org.dialogue.dialogues.question.web;

import java.time.Instant;
import java.util.List;
import org.dialogue.dialogues.question.AnswerSlot;
import org.dialogue.dialogues.question.QuestionState;
import org.dialogue.dialogues.question.QuestionStatus;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
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
import org.jspecify.annotations.Nullable;

/**
 * A question as shown.
 *
 * @param lead the question that leads its group
 * @param assignments every share ever given to a body, oldest first
 */
record QuestionView(
        QuestionId questionId,
        ProgrammeId programmeId,
        QuestionStatus status,
        Direction direction,
        PersonReference asker,
        UnitId unit,
        String text,
        List<Part> parts,
        List<String> topics,
        List<RegulationReference> references,
        @Nullable SourceNote source,
        List<Attachment> attachments,
        Visibility visibility,
        @Nullable QuestionId lead,
        List<Assignment> assignments,
        @Nullable Conclusion conclusion,
        @Nullable Reopening reopening,
        @Nullable Withdrawal withdrawal,
        Instant happenedAt) {

    /**
     * One thing asked.
     *
     * @param answered whether every body that was asked has answered it, and at least one was asked
     * @param slots the shares that count for it
     */
    record Part(int number, String text, List<String> topics, boolean answered, List<Slot> slots) {}

    /** One body's share in a part. */
    record Slot(AssignmentId assignmentId, BodyId body, AnsweringRole role, boolean answered) {}

    /** One body's share in the question. */
    record Assignment(
            AssignmentId assignmentId,
            BodyId body,
            AnsweringRole role,
            AnswerSlot.State state,
            List<Integer> parts,
            List<Integer> openParts,
            Due due,
            Instant clockStartedAt,
            @Nullable String note,
            @Nullable Return returned,
            @Nullable AssignmentId passedTo,
            List<Answer> answers) {}

    /** Why a body handed its share back. */
    record Return(ReturnCategory category, String text, Instant happenedAt) {}

    /** What a body proposes in an answer; the words are in answer-service. */
    record Answer(AnswerId answerId, List<PartDisposition> dispositions, Instant happenedAt) {}

    /** What the chair decided last; after a reopening it still says what was decided before. */
    record Conclusion(PersonReference chair, List<PartConclusion> conclusions, Instant happenedAt) {}

    /** What the asker objected to last. */
    record Reopening(int round, List<Integer> parts, String reason, Instant happenedAt) {}

    /** Why the asker took it back. */
    record Withdrawal(String reason, Instant happenedAt) {}

    static QuestionView of(QuestionState question) {
        QuestionRaised raised = question.raised();
        return new QuestionView(
                raised.questionId(),
                raised.programmeId(),
                question.status(),
                raised.direction(),
                raised.asker(),
                raised.unit(),
                raised.text(),
                raised.parts().stream().map(part -> part(question, part)).toList(),
                raised.topics(),
                raised.references(),
                raised.source(),
                raised.attachments(),
                raised.visibility(),
                question.lead(),
                question.slots().stream().map(QuestionView::assignment).toList(),
                conclusion(question.conclusion()),
                reopening(question.reopening()),
                withdrawal(question.withdrawal()),
                raised.happenedAt());
    }

    private static Part part(QuestionState question, QuestionPart part) {
        List<Slot> slots = question.slotsFor(part.number())
                .map(slot -> new Slot(slot.assignmentId(), slot.body(), slot.role(), slot.hasAnswered(part.number())))
                .toList();
        return new Part(part.number(), part.text(), part.topics(), question.isAnswered(part.number()), slots);
    }

    private static Assignment assignment(AnswerSlot slot) {
        AssignmentReturnNoted returned = slot.returned();
        return new Assignment(
                slot.assignmentId(),
                slot.body(),
                slot.role(),
                slot.state(),
                slot.parts(),
                slot.openParts(),
                slot.due(),
                slot.clockStartedAt(),
                slot.note(),
                returned == null ? null : new Return(returned.category(), returned.text(), returned.happenedAt()),
                slot.passedTo(),
                slot.answers().stream().map(QuestionView::answer).toList());
    }

    private static Answer answer(AnswerNoted noted) {
        return new Answer(noted.answerId(), noted.dispositions(), noted.happenedAt());
    }

    private static @Nullable Conclusion conclusion(@Nullable QuestionConcluded event) {
        return event == null ? null : new Conclusion(event.chair(), event.conclusions(), event.happenedAt());
    }

    private static @Nullable Reopening reopening(@Nullable QuestionReopened event) {
        return event == null ? null : new Reopening(event.round(), event.parts(), event.reason(), event.happenedAt());
    }

    private static @Nullable Withdrawal withdrawal(@Nullable QuestionWithdrawn event) {
        return event == null ? null : new Withdrawal(event.reason(), event.happenedAt());
    }
}
