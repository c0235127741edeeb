package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What one service has told about the parts of one answer slot: the newest answer and the newest reopening of each, and
 * what was handed back.
 *
 * @param answers by part
 * @param reopenings by part
 * @param returns in the order in which they were told
 */
record SlotParts(PMap<Integer, AnswerGiven> answers, PMap<Integer, Reopening> reopenings, PVector<Return> returns) {

    static final SlotParts UNTOUCHED = new SlotParts(HashTreePMap.empty(), HashTreePMap.empty(), TreePVector.empty());

    /**
     * The body handed parts back.
     *
     * @param parts which; empty for all that were owed
     * @param answersThen what had been answered
     * @param reopeningsThen what had been reopened
     */
    record Return(
            Instant at,
            List<Integer> parts,
            PMap<Integer, AnswerGiven> answersThen,
            PMap<Integer, Reopening> reopeningsThen) {

        boolean covers(int part) {
            if (!parts.isEmpty()) {
                return parts.contains(part);
            }
            AnswerGiven answer = answersThen.get(part);
            return answer == null || answer.round() != round(part);
        }

        /** The reopening of the part that counted when it was handed back. */
        int round(int part) {
            Reopening reopening = reopeningsThen.get(part);
            return reopening == null ? 0 : reopening.round();
        }
    }

    SlotParts answered(int part, AnswerGiven answer) {
        return new SlotParts(answers.plus(part, answer), reopenings, returns);
    }

    SlotParts reopened(Collection<Integer> parts, Reopening reopening) {
        PMap<Integer, Reopening> next = reopenings;
        for (Integer part : parts) {
            next = next.plus(part, reopening);
        }
        return new SlotParts(answers, next, returns);
    }

    SlotParts returned(List<Integer> parts, Instant at) {
        return new SlotParts(answers, reopenings, returns.plus(new Return(at, parts, answers, reopenings)));
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

    /** The round of the newest answer to a part, -1 if this service knows of none. */
    int answeredRound(int part) {
        AnswerGiven answer = answers.get(part);
        return answer == null ? -1 : answer.round();
    }

    /** The first return of a part since a round was answered, or null if this service knows of none. */
    @Nullable
    Return returnAfter(int answeredRound, int part) {
        return returns.stream()
                .filter(one -> one.covers(part) && one.round(part) > answeredRound)
                .findFirst()
                .orElse(null);
    }
}
