package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * A body's answer slot as dialogue-service tells it.
 *
 * @param parts the parts it was made for; empty means all
 * @param passedOn those of them that another slot has taken over
 * @param ended whether all of them were passed on, whatever they are
 * @param clockStartedAt since when the answer is owed
 */
record Slot(
        AssignmentId id,
        BodyId body,
        AnsweringRole role,
        List<Integer> parts,
        PSet<Integer> passedOn,
        boolean ended,
        Due due,
        Instant clockStartedAt,
        SlotParts told) {

    static Slot open(
            AssignmentId id, BodyId body, AnsweringRole role, List<Integer> parts, Due due, Instant clockStartedAt) {
        return new Slot(id, body, role, parts, HashTreePSet.empty(), false, due, clockStartedAt, SlotParts.UNTOUCHED);
    }

    /** Whether the part is with this slot. What was passed on is no longer, also if an answer to it comes late. */
    boolean covers(int part) {
        return !ended && !passedOn.contains(part) && (parts.isEmpty() || parts.contains(part));
    }

    /**
     * Whether a reopening asks the body again. What the body has not answered is owed since before; a slot that is known to
     * be asked again, and of no answer, has not been told in full.
     */
    boolean canBeAskedAgain(int part) {
        return covers(part) && (told.answers().isEmpty() || told.answerIn(told.round(part), part) != null);
    }

    Slot telling(SlotParts next) {
        return new Slot(id, body, role, parts, passedOn, ended, due, clockStartedAt, next);
    }

    /** Without the parts that another slot takes over; none named means all. */
    Slot passingOn(Collection<Integer> next) {
        return new Slot(
                id, body, role, parts, passedOn.plusAll(next), ended || next.isEmpty(), due, clockStartedAt, told);
    }
}
