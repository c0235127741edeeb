package org.dialogue.dialogues.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAnswered;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * A question as its own events tell it. The aggregate decides on this, and a reader is shown this: there is no second
 * account that could differ.
 *
 * @param lead the question that leads the group it was put into
 * @param slots every share ever given to a body, oldest first, those passed on included
 * @param conclusion the chair's latest conclusion; it stays on record when the question is reopened
 * @param reopening the latest reopening
 * @param withdrawal the withdrawal, which is final
 */
public record QuestionState(
        QuestionRaised raised,
        QuestionStatus status,
        @Nullable QuestionId lead,
        List<AnswerSlot> slots,
        @Nullable QuestionConcluded conclusion,
        @Nullable QuestionReopened reopening,
        @Nullable QuestionWithdrawn withdrawal) {

    /**
     * What the question is after one more event.
     *
     * @param before what it was; null before the first event
     * @param event what happened
     * @return what it is then
     */
    public static QuestionState after(@Nullable QuestionState before, QuestionEvent event) {
        if (event instanceof QuestionRaised raised) {
            return new QuestionState(raised, QuestionStatus.RAISED, null, List.of(), null, null, null);
        }
        return Objects.requireNonNull(before, "a question begins by being raised")
                .after(event);
    }

    /** {@return the share with the given id, passed on or not} */
    public Optional<AnswerSlot> slot(AssignmentId id) {
        return slots.stream().filter(slot -> slot.assignmentId().equals(id)).findFirst();
    }

    /** {@return whether at least one body's answer to the part stands} */
    public boolean hasAnswerTo(int part) {
        return slotsFor(part).anyMatch(slot -> slot.hasAnswered(part));
    }

    /** {@return whether every body that was asked has answered the part, and at least one was asked} */
    public boolean isAnswered(int part) {
        return slotsFor(part).findAny().isPresent() && slotsFor(part).allMatch(slot -> slot.hasAnswered(part));
    }

    boolean isAnswered() {
        return raised.parts().stream().allMatch(part -> isAnswered(part.number()));
    }

    boolean hasPart(int number) {
        return raised.parts().stream().anyMatch(part -> part.number() == number);
    }

    List<Integer> partNumbers() {
        return raised.parts().stream().map(QuestionPart::number).toList();
    }

    /** {@return the shares that count for the part: those not passed on} */
    public Stream<AnswerSlot> slotsFor(int part) {
        return slots.stream().filter(slot -> slot.answersFor(part));
    }

    private QuestionState after(QuestionEvent event) {
        if (event instanceof QuestionGrouped grouped) {
            return new QuestionState(raised, status, grouped.lead(), slots, conclusion, reopening, withdrawal);
        }
        if (event instanceof QuestionUngrouped) {
            return new QuestionState(raised, status, null, slots, conclusion, reopening, withdrawal);
        }
        if (event instanceof QuestionAssigned assigned) {
            return with(QuestionStatus.ASSIGNED, plus(slots, AnswerSlot.opened(assigned)));
        }
        if (event instanceof AssignmentTransferred transferred) {
            List<AnswerSlot> passedOn =
                    replacing(transferred.formerAssignment(), slot -> slot.passedOn(transferred.assignmentId()));
            return with(status, plus(passedOn, AnswerSlot.opened(transferred)));
        }
        if (event instanceof AssignmentReturnNoted returned) {
            return with(status, replacing(returned.assignmentId(), slot -> slot.returned(returned)));
        }
        if (event instanceof AnswerNoted answered) {
            return with(status, replacing(answered.assignmentId(), slot -> slot.answered(answered)));
        }
        if (event instanceof QuestionAnswered) {
            return with(QuestionStatus.ANSWERED, slots);
        }
        if (event instanceof QuestionConcluded concluded) {
            return new QuestionState(raised, QuestionStatus.CONCLUDED, lead, slots, concluded, reopening, withdrawal);
        }
        if (event instanceof QuestionReopened reopened) {
            List<AnswerSlot> open = slots.stream()
                    .map(slot -> reopened.assignments().contains(slot.assignmentId())
                            ? slot.reopened(reopened.parts())
                            : slot)
                    .toList();
            return new QuestionState(raised, QuestionStatus.ASSIGNED, lead, open, conclusion, reopened, withdrawal);
        }
        if (event instanceof QuestionWithdrawn withdrawn) {
            return new QuestionState(raised, QuestionStatus.WITHDRAWN, lead, slots, conclusion, reopening, withdrawn);
        }
        throw new IllegalArgumentException("a question does not know " + event.getClass());
    }

    private QuestionState with(QuestionStatus next, List<AnswerSlot> shares) {
        return new QuestionState(raised, next, lead, shares, conclusion, reopening, withdrawal);
    }

    private List<AnswerSlot> replacing(AssignmentId id, UnaryOperator<AnswerSlot> change) {
        return slots.stream()
                .map(slot -> slot.assignmentId().equals(id) ? change.apply(slot) : slot)
                .toList();
    }

    private static List<AnswerSlot> plus(List<AnswerSlot> slots, AnswerSlot added) {
        List<AnswerSlot> all = new ArrayList<>(slots);
        all.add(added);
        return List.copyOf(all);
    }
}
