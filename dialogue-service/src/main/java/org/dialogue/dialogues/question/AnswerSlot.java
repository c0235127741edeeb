package org.dialogue.dialogues.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.jspecify.annotations.Nullable;

/**
 * One body's share of a question, as the question knows it.
 *
 * @param parts what the body was asked to answer
 * @param openParts those of them that it still has to answer, for the first time or again
 * @param clockStartedAt since when the answer is owed
 * @param answers what it has answered, oldest first
 * @param returned its return, while that stands
 * @param passedTo the slot that took its place, once it was transferred
 */
public record AnswerSlot(
        AssignmentId assignmentId,
        BodyId body,
        AnsweringRole role,
        List<Integer> parts,
        List<Integer> openParts,
        Due due,
        Instant clockStartedAt,
        @Nullable String note,
        List<AnswerNoted> answers,
        @Nullable AssignmentReturnNoted returned,
        @Nullable AssignmentId passedTo) {

    /** Where a slot stands. */
    public enum State {
        /** The body owes an answer. */
        OPEN,
        /** The body handed it back; the secretariat owes the next step. */
        RETURNED,
        /** The body has answered every part. */
        ANSWERED,
        /** Another slot took its place. */
        TRANSFERRED
    }

    static AnswerSlot opened(QuestionAssigned event) {
        return fresh(
                event.assignmentId(),
                event.body(),
                event.role(),
                event.parts(),
                event.due(),
                event.clockStartedAt(),
                event.note());
    }

    static AnswerSlot opened(AssignmentTransferred event) {
        return fresh(
                event.assignmentId(),
                event.body(),
                event.role(),
                event.parts(),
                event.due(),
                event.clockStartedAt(),
                null);
    }

    /** {@return where the slot stands} */
    public State state() {
        if (passedTo != null) {
            return State.TRANSFERRED;
        }
        if (openParts.isEmpty()) {
            return State.ANSWERED;
        }
        return returned == null ? State.OPEN : State.RETURNED;
    }

    /** {@return whether the share counts for the part} */
    public boolean answersFor(int part) {
        return passedTo == null && parts.contains(part);
    }

    /** {@return whether the share counts for the part, and its answer to it stands} */
    public boolean hasAnswered(int part) {
        return answersFor(part) && !openParts.contains(part);
    }

    boolean knows(AnswerId answer) {
        return answers.stream().anyMatch(noted -> noted.answerId().equals(answer));
    }

    AnswerSlot answered(AnswerNoted event) {
        List<Integer> covered =
                event.dispositions().stream().map(PartDisposition::part).toList();
        List<Integer> open =
                openParts.stream().filter(part -> !covered.contains(part)).toList();
        List<AnswerNoted> all = new ArrayList<>(answers);
        all.add(event);
        return with(open, List.copyOf(all), returned, passedTo);
    }

    AnswerSlot returned(AssignmentReturnNoted event) {
        return with(openParts, answers, event, passedTo);
    }

    AnswerSlot passedOn(AssignmentId successor) {
        return with(openParts, answers, returned, successor);
    }

    AnswerSlot reopened(List<Integer> again) {
        List<Integer> open = parts.stream()
                .filter(part -> openParts.contains(part) || again.contains(part))
                .toList();
        return with(open, answers, null, passedTo);
    }

    private AnswerSlot with(
            List<Integer> open,
            List<AnswerNoted> given,
            @Nullable AssignmentReturnNoted handedBack,
            @Nullable AssignmentId successor) {
        return new AnswerSlot(
                assignmentId, body, role, parts, open, due, clockStartedAt, note, given, handedBack, successor);
    }

    private static AnswerSlot fresh(
            AssignmentId id,
            BodyId body,
            AnsweringRole role,
            List<Integer> parts,
            Due due,
            Instant clockStartedAt,
            @Nullable String note) {
        return new AnswerSlot(id, body, role, parts, parts, due, clockStartedAt, note, List.of(), null, null);
    }
}
