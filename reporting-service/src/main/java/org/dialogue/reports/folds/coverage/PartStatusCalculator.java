package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.jspecify.annotations.Nullable;

/**
 * Judges one part from what the two services have told so far. Of two accounts of the same thing the further one counts:
 * a slot is answered as soon as either service says so, and reopened as soon as either says so; rounds tell which of the
 * two came last.
 */
final class PartStatusCalculator {

    private final QuestionFacts question;
    private final int place;
    private final QuestionPart part;
    private final AskedQuestion asked;
    private final Map<AssignmentId, AssignmentProgress> desks;
    private final List<Slot> slots;

    /** @param place where the part stands in the question, from 0 */
    PartStatusCalculator(
            QuestionFacts question, int place, AskedQuestion asked, Map<AssignmentId, AssignmentProgress> desks) {
        this.question = question;
        this.place = place;
        this.part = question.parts().get(place);
        this.asked = asked;
        this.desks = desks;
        this.slots = asked.slots().values().stream()
                .filter(slot -> slot.covers(part.number()))
                .toList();
    }

    PartStatus standing() {
        Conclusion conclusion = standingConclusion();
        if (asked.withdrawnAt() != null) {
            return standing(PartState.WITHDRAWN, List.of(), conclusion);
        }
        List<OutstandingStep> debts = conclusion != null ? List.of() : debts();
        if (!debts.isEmpty()) {
            return standing(PartState.OWED, debts, null);
        }
        return standing(stateBy(disposition(conclusion)), debts, conclusion);
    }

    private PartStatus standing(PartState state, List<OutstandingStep> debts, @Nullable Conclusion conclusion) {
        return new PartStatus(
                question,
                place,
                state,
                debts,
                slots.stream().map(this::slotStanding).toList(),
                state == PartState.OWED ? null : disposition(conclusion),
                state == PartState.OWED ? null : reasons(conclusion),
                conclusion != null,
                null);
    }

    /** The chair's decision, unless the part was reopened after it. */
    private @Nullable Conclusion standingConclusion() {
        Conclusion conclusion = asked.conclusions().get(part.number());
        if (conclusion == null) {
            return null;
        }
        int newestRound = slots.stream().mapToInt(this::round).reduce(asked.round(part.number()), Math::max);
        return conclusion.round() < newestRound ? null : conclusion;
    }

    private List<OutstandingStep> debts() {
        if (slots.isEmpty()) {
            Reopening reopening = asked.reopenings().get(part.number());
            Instant since = reopening == null ? question.raisedAt() : reopening.at();
            return List.of(new OutstandingStep(null, OwedStep.TRIAGE, since, null, null, null));
        }
        List<OutstandingStep> debts = new ArrayList<>();
        for (Slot slot : slots) {
            if (answer(slot) == null) {
                debts.add(debt(slot));
            }
        }
        return debts;
    }

    private OutstandingStep debt(Slot slot) {
        SlotParts.Return returned = returned(slot);
        if (returned != null) {
            return new OutstandingStep(null, OwedStep.REASSIGN, returned.at(), slot.id(), slot.due(), null);
        }
        AssignmentProgress desk = desk(slot);
        HoldingAnswerGiven holding = desk.holding();
        var expectedOn = holding == null ? null : holding.expectedOn();
        Reopening reopening = reopening(slot);
        if (reopening != null) {
            return new OutstandingStep(
                    slot.body(), OwedStep.ANSWER_AGAIN, reopening.at(), slot.id(), slot.due(), expectedOn);
        }
        OwedStep step = desk.acceptedAt() == null ? OwedStep.ACCEPT : OwedStep.ANSWER;
        return new OutstandingStep(slot.body(), step, slot.clockStartedAt(), slot.id(), slot.due(), expectedOn);
    }

    /** What was handed back stays so until it is passed on; a part that was answered since was not handed back. */
    private SlotParts.@Nullable Return returned(Slot slot) {
        SlotParts atDesk = desk(slot).told();
        int answered = Math.max(atDesk.answeredRound(part.number()), slot.told().answeredRound(part.number()));
        SlotParts.Return byBody = atDesk.returnAfter(answered, part.number());
        return byBody != null ? byBody : slot.told().returnAfter(answered, part.number());
    }

    private @Nullable Reopening reopening(Slot slot) {
        Reopening asTold = slot.told().reopenings().get(part.number());
        Reopening atDesk = desk(slot).told().reopenings().get(part.number());
        if (asTold == null || atDesk == null) {
            return asTold == null ? atDesk : asTold;
        }
        return atDesk.round() > asTold.round() ? atDesk : asTold;
    }

    private int round(Slot slot) {
        Reopening reopening = reopening(slot);
        return reopening == null ? 0 : reopening.round();
    }

    /**
     * The slot's answer since the last reopening. The body's own account has the words and the corrections, also where the
     * asker asked again before the answer was noted: it then counts for the new round, which the body does not know of.
     */
    private @Nullable AnswerGiven answer(Slot slot) {
        int round = round(slot);
        SlotParts atDesk = desk(slot).told();
        AnswerGiven byBody = atDesk.answerIn(round, part.number());
        if (byBody != null) {
            return byBody;
        }
        AnswerGiven noted = slot.told().answerIn(round, part.number());
        AnswerGiven newest = atDesk.answers().get(part.number());
        return noted != null && newest != null && newest.id().equals(noted.id()) ? newest : noted;
    }

    private @Nullable AnswerGiven leadingAnswer() {
        return slots.stream()
                .filter(slot -> slot.role() == AnsweringRole.LEAD)
                .findFirst()
                .or(() -> slots.stream().findFirst())
                .map(this::answer)
                .orElse(null);
    }

    private @Nullable Disposition disposition(@Nullable Conclusion conclusion) {
        if (conclusion != null) {
            return conclusion.disposition();
        }
        AnswerGiven leading = leadingAnswer();
        return leading == null ? null : leading.disposition();
    }

    private @Nullable String reasons(@Nullable Conclusion conclusion) {
        if (conclusion != null) {
            return conclusion.text();
        }
        AnswerGiven leading = leadingAnswer();
        return leading == null ? null : leading.text();
    }

    private static PartState stateBy(@Nullable Disposition disposition) {
        if (disposition == Disposition.DECLINED_WITH_REASONS) {
            return PartState.DECLINED;
        }
        return disposition == Disposition.REFERRED_TO_HIGHER_AUTHORITY ? PartState.REFERRED : PartState.ANSWERED;
    }

    private SlotStanding slotStanding(Slot slot) {
        AnswerGiven answer = answer(slot);
        return answer == null
                ? new SlotStanding(slot.id(), slot.body(), slot.role(), null, null, null)
                : new SlotStanding(
                        slot.id(), slot.body(), slot.role(), answer.at(), answer.disposition(), answer.text());
    }

    private AssignmentProgress desk(Slot slot) {
        return desks.getOrDefault(slot.id(), AssignmentProgress.UNTOUCHED);
    }
}
