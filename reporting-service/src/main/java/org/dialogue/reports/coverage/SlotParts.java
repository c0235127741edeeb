package org.dialogue.reports.coverage;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What one service has told about the parts of one answer slot: the newest answer and the newest reopening of each.
 *
 * @param answers by part
 * @param reopenings by part
 */
record SlotParts(PMap<Integer, AnswerGiven> answers, PMap<Integer, Reopening> reopenings) {

    static final SlotParts UNTOUCHED = new SlotParts(HashTreePMap.empty(), HashTreePMap.empty());

    SlotParts answered(int part, AnswerGiven answer) {
        return new SlotParts(answers.plus(part, answer), reopenings);
    }

    SlotParts reopened(Collection<Integer> parts, Reopening reopening) {
        PMap<Integer, Reopening> next = reopenings;
        for (Integer part : parts) {
            next = next.plus(part, reopening);
        }
        return new SlotParts(answers, next);
    }

    /** The reopening that counts for a part: 0 until the asker reopens it. */
    int round(int part) {
        Reopening reopening = reopenings.get(part);
        return reopening == null ? 0 : reopening.round();
    }

    /** The answer to a part in a round, or null if this service knows of none. */
    @Nullable
    AnswerGiven answerIn(int round, int part) {
        AnswerGiven answer = answers.get(part);
        return answer != null && answer.round() == round ? answer : null;
    }
}
