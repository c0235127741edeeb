package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionConclusionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.AssignmentId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * Who was asked to answer a question and what came of it, as dialogue-service tells it.
 *
 * @param slots all answer slots that were ever made, in that order
 * @param reopenings the newest reopening of each part
 * @param conclusions the chair's newest decision on each part
 * @param withdrawnAt when the asker took the question back, if so
 */
record AskedQuestion(
        OrderedPMap<AssignmentId, Slot> slots,
        PMap<Integer, Reopening> reopenings,
        PMap<Integer, Conclusion> conclusions,
        @Nullable Instant withdrawnAt) {

    static final AskedQuestion UNASSIGNED =
            new AskedQuestion(OrderedPMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), null);

    AskedQuestion after(QuestionEvent event) {
        if (event instanceof QuestionAssigned e) {
            return opening(Slot.open(e.assignmentId(), e.body(), e.role(), e.parts(), e.due(), e.clockStartedAt()));
        }
        if (event instanceof AssignmentTransferred e) {
            return after(e);
        }
        if (event instanceof AssignmentReturnNoted e) {
            Slot slot = slot(e.assignmentId());
            return with(slot.telling(slot.told().returned(e.parts(), e.happenedAt())));
        }
        if (event instanceof AnswerNoted e) {
            return with(noting(slot(e.assignmentId()), e));
        }
        if (event instanceof QuestionPartsConcluded e) {
            return concluding(e.conclusions(), e.happenedAt());
        }
        if (event instanceof QuestionConcluded e) {
            return concluding(e.conclusions(), e.happenedAt());
        }
        if (event instanceof QuestionConclusionCorrected e) {
            return correcting(e.conclusions());
        }
        if (event instanceof QuestionReopened e) {
            return after(e);
        }
        if (event instanceof QuestionWithdrawn e) {
            return withdrawn(e.happenedAt());
        }
        if (event instanceof QuestionWithdrawalCorrected e) {
            return e.withdrawn() ? this : withdrawn(null);
        }
        return this;
    }

    private AskedQuestion after(AssignmentTransferred event) {
        Slot former = slots.get(event.formerAssignment());
        AskedQuestion next = former == null ? this : with(former.passingOn(event.parts()));
        return next.opening(Slot.open(
                event.assignmentId(), event.body(), event.role(), event.parts(), event.due(), event.clockStartedAt()));
    }

    private static Slot noting(Slot slot, AnswerNoted noted) {
        SlotParts told = slot.told();
        for (PartDisposition part : noted.dispositions()) {
            told = told.answered(
                    part.part(),
                    new AnswerGiven(
                            noted.answerId(), told.round(part.part()), part.disposition(), null, noted.happenedAt()));
        }
        return slot.telling(told);
    }

    /** A decision on a part that stands already, and is told again beside others, stays as it was made. */
    private AskedQuestion concluding(List<PartConclusion> decided, Instant at) {
        PMap<Integer, Conclusion> next = conclusions;
        for (PartConclusion part : decided) {
            Conclusion conclusion = new Conclusion(round(part.part()), part.disposition(), part.text(), at);
            Conclusion former = next.get(part.part());
            if (former == null || !former.isSameAs(conclusion)) {
                next = next.plus(part.part(), conclusion);
            }
        }
        return new AskedQuestion(slots, reopenings, next, withdrawnAt);
    }

    /** The chair's words are put right; when the chair decided, and what has been reopened since, stays. */
    private AskedQuestion correcting(List<PartConclusion> corrected) {
        PMap<Integer, Conclusion> next = conclusions;
        for (PartConclusion part : corrected) {
            Conclusion former = next.get(part.part());
            if (former == null) {
                throw new IllegalStateException(
                        "history corrects the conclusion on part " + part.part() + ", which was never made");
            }
            next = next.plus(part.part(), new Conclusion(former.round(), part.disposition(), part.text(), former.at()));
        }
        return new AskedQuestion(slots, reopenings, next, withdrawnAt);
    }

    private AskedQuestion after(QuestionReopened event) {
        Reopening reopening = new Reopening(event.round(), event.happenedAt());
        PMap<Integer, Reopening> reopened = reopenings;
        for (Integer part : event.parts()) {
            reopened = reopened.plus(part, reopening);
        }
        OrderedPMap<AssignmentId, Slot> next = slots;
        for (AssignmentId id : event.assignments()) {
            Slot slot = slots.get(id);
            if (slot != null) {
                Collection<Integer> parts =
                        event.parts().stream().filter(slot::canBeAskedAgain).toList();
                next = next.plus(id, slot.telling(slot.told().reopened(parts, reopening)));
            }
        }
        return new AskedQuestion(next, reopened, conclusions, withdrawnAt);
    }

    /** The reopening that counts for a part: 0 until the asker reopens it. */
    int round(int part) {
        Reopening reopening = reopenings.get(part);
        return reopening == null ? 0 : reopening.round();
    }

    /** {@return whether a body has a share in answering one of the parts} */
    boolean hasSlotOf(List<Integer> parts) {
        return slots.values().stream().anyMatch(slot -> parts.stream().anyMatch(slot::covers));
    }

    private AskedQuestion opening(Slot slot) {
        if (slots.containsKey(slot.id())) {
            throw new IllegalStateException("history opens the answer slot " + slot.id() + " again");
        }
        return with(slot);
    }

    private AskedQuestion withdrawn(@Nullable Instant at) {
        return new AskedQuestion(slots, reopenings, conclusions, at);
    }

    private AskedQuestion with(Slot slot) {
        return new AskedQuestion(slots.plus(slot.id(), slot), reopenings, conclusions, withdrawnAt);
    }

    private Slot slot(AssignmentId id) {
        Slot slot = slots.get(id);
        if (slot == null) {
            throw new IllegalStateException("history goes on with the answer slot " + id + ", which was never made");
        }
        return slot;
    }
}
