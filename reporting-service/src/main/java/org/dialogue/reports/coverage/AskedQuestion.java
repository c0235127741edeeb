package org.dialogue.reports.coverage;

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
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.AssignmentId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * Who was asked to answer a question and what came of it, as dialogue-service tells it.
 *
 * @param slots the answer slots that stand, in the order in which they were made
 * @param reopenings the newest reopening of each part
 * @param conclusions the chair's newest decision on each part
 * @param withdrawnAt when the asker took the question back, if so
 */
record AskedQuestion(
        PMap<AssignmentId, Slot> slots,
        PMap<Integer, Reopening> reopenings,
        PMap<Integer, Conclusion> conclusions,
        @Nullable Instant withdrawnAt) {

    static final AskedQuestion UNASSIGNED =
            new AskedQuestion(OrderedPMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), null);

    AskedQuestion after(QuestionEvent event) {
        if (event instanceof QuestionAssigned e) {
            return with(Slot.open(e.assignmentId(), e.body(), e.role(), e.parts(), e.due(), e.clockStartedAt()));
        }
        if (event instanceof AssignmentTransferred e) {
            return after(e);
        }
        if (event instanceof AssignmentReturnNoted e) {
            return with(slot(e.assignmentId()).returned(e.happenedAt()));
        }
        if (event instanceof AnswerNoted e) {
            return with(noting(slot(e.assignmentId()), e));
        }
        if (event instanceof QuestionConcluded e) {
            return after(e);
        }
        if (event instanceof QuestionReopened e) {
            return after(e);
        }
        if (event instanceof QuestionWithdrawn e) {
            return new AskedQuestion(slots, reopenings, conclusions, e.happenedAt());
        }
        return this;
    }

    private AskedQuestion after(AssignmentTransferred event) {
        Slot former = slot(event.formerAssignment());
        // Parts that the body keeps stay with it: none may fall between two desks.
        List<Integer> kept = event.parts().isEmpty()
                ? List.of()
                : former.parts().stream()
                        .filter(part -> !event.parts().contains(part))
                        .toList();
        PMap<AssignmentId, Slot> remaining =
                kept.isEmpty() ? slots.minus(former.id()) : slots.plus(former.id(), former.keeping(kept));
        Slot next = Slot.open(
                event.assignmentId(), event.body(), event.role(), event.parts(), event.due(), event.clockStartedAt());
        return new AskedQuestion(remaining.plus(next.id(), next), reopenings, conclusions, withdrawnAt);
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

    private AskedQuestion after(QuestionConcluded event) {
        PMap<Integer, Conclusion> next = conclusions;
        for (PartConclusion part : event.conclusions()) {
            Conclusion conclusion =
                    new Conclusion(round(part.part()), part.disposition(), part.text(), event.happenedAt());
            next = next.plus(part.part(), conclusion);
        }
        return new AskedQuestion(slots, reopenings, next, withdrawnAt);
    }

    private AskedQuestion after(QuestionReopened event) {
        Reopening reopening = new Reopening(event.round(), event.happenedAt());
        PMap<Integer, Reopening> reopened = reopenings;
        for (Integer part : event.parts()) {
            reopened = reopened.plus(part, reopening);
        }
        PMap<AssignmentId, Slot> next = slots;
        for (AssignmentId id : event.assignments()) {
            Slot slot = slot(id);
            Collection<Integer> parts =
                    event.parts().stream().filter(slot::covers).toList();
            next = next.plus(id, slot.telling(slot.told().reopened(parts, reopening)));
        }
        return new AskedQuestion(next, reopened, conclusions, withdrawnAt);
    }

    /** The reopening that counts for a part: 0 until the asker reopens it. */
    int round(int part) {
        Reopening reopening = reopenings.get(part);
        return reopening == null ? 0 : reopening.round();
    }

    private AskedQuestion with(Slot slot) {
        return new AskedQuestion(slots.plus(slot.id(), slot), reopenings, conclusions, withdrawnAt);
    }

    private Slot slot(AssignmentId id) {
        Slot slot = slots.get(id);
        if (slot == null) {
            throw new IllegalStateException("history goes on with the answer slot " + id + ", which does not stand");
        }
        return slot;
    }
}
