package org.dialogue.reports.coverage;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.jspecify.annotations.Nullable;

/**
 * A body's answer slot as dialogue-service tells it.
 *
 * @param parts the parts it answers for; empty means all
 * @param clockStartedAt since when the answer is owed
 * @param returnedAt when the body handed it back, if it did
 */
record Slot(
        AssignmentId id,
        BodyId body,
        AnsweringRole role,
        List<Integer> parts,
        Due due,
        Instant clockStartedAt,
        @Nullable Instant returnedAt,
        SlotParts told) {

    static Slot open(
            AssignmentId id, BodyId body, AnsweringRole role, List<Integer> parts, Due due, Instant clockStartedAt) {
        return new Slot(id, body, role, parts, due, clockStartedAt, null, SlotParts.UNTOUCHED);
    }

    boolean covers(int part) {
        return parts.isEmpty() || parts.contains(part);
    }

    Slot returned(Instant at) {
        return new Slot(id, body, role, parts, due, clockStartedAt, at, told);
    }

    Slot telling(SlotParts next) {
        return new Slot(id, body, role, parts, due, clockStartedAt, returnedAt, next);
    }

    Slot keeping(List<Integer> remaining) {
        return new Slot(id, body, role, remaining, due, clockStartedAt, returnedAt, told);
    }
}
