package org.dialogue.reports.background;

import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a question is called on the telephone: 1, 2, 3 and so on within the programme in which it was raised, in the order in
 * which dialogue-service recorded the raising.
 *
 * @param raised the questions of each programme in that order
 * @param of the number of each question
 */
public record RunningNumbers(PMap<ProgrammeId, PVector<Raising>> raised, PMap<QuestionId, Integer> of) {

    /** Before anything was raised. */
    public static final RunningNumbers NONE = new RunningNumbers(HashTreePMap.empty(), HashTreePMap.empty());

    /**
     * A question by where its raising was recorded.
     *
     * @param position its place in the ledger of dialogue-service
     */
    public record Raising(long position, QuestionId question) {}

    RunningNumbers after(ProgrammeId programme, QuestionId question, long position) {
        PVector<Raising> before = raised.getOrDefault(programme, TreePVector.empty());
        int at = before.size();
        // One that had to wait arrives after later ones.
        while (at > 0 && before.get(at - 1).position() > position) {
            at--;
        }
        PVector<Raising> next = before.plus(at, new Raising(position, question));
        PMap<QuestionId, Integer> numbers = of;
        for (int index = at; index < next.size(); index++) {
            numbers = numbers.plus(next.get(index).question(), index + 1);
        }
        return new RunningNumbers(raised.plus(programme, next), numbers);
    }

    /**
     * A question's number.
     *
     * @throws IllegalArgumentException if the question was never raised
     */
    public int number(QuestionId question) {
        Integer number = of.get(question);
        if (number == null) {
            throw new IllegalArgumentException("no number of " + question);
        }
        return number;
    }
}
