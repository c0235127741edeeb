package org.dialogue.reports.folds.reference;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    public record Raising(long position, QuestionId question) implements Comparable<Raising> {

        @Override
        public int compareTo(Raising other) {
            int byPosition = Long.compare(position, other.position);
            return byPosition != 0 ? byPosition : question.value().compareTo(other.question.value());
        }
    }

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

    /**
     * The questions by number, those of one number by id.
     *
     * @param from the first number wanted
     * @param descending whether to count down from there
     */
    public Stream<QuestionId> inOrder(int from, boolean descending) {
        int last = raised.values().stream().mapToInt(PVector::size).max().orElse(0);
        IntStream numbers = descending
                ? IntStream.iterate(Math.min(from, last), number -> number > 0, number -> number - 1)
                : IntStream.rangeClosed(Math.max(1, from), last);
        return numbers.boxed()
                .flatMap(number -> raised.values().stream()
                        .filter(ofProgramme -> ofProgramme.size() >= number)
                        .map(ofProgramme -> ofProgramme.get(number - 1).question())
                        .sorted(Comparator.comparing(QuestionId::value)));
    }
}
