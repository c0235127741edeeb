package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import java.util.List;
import org.dialogue.reports.folds.reference.QuestionFacts;

/**
 * A question on the list of all, in the order of raising.
 *
 * @param parts one row for each part, in the question's order
 */
public record QuestionRow(QuestionFacts question, List<PartRow> parts) {

    static QuestionRow of(QuestionFacts question, List<PartStatus> parts) {
        return new QuestionRow(question, parts.stream().map(PartRow::of).toList());
    }

    /**
     * Where it stands on the list.
     *
     * @param raisedAt when it was raised
     * @param question its id
     */
    record Key(Instant raisedAt, String question) implements Comparable<Key> {

        static Key of(QuestionFacts question) {
            return new Key(question.raisedAt(), question.id().value());
        }

        @Override
        public int compareTo(Key other) {
            int byTime = raisedAt.compareTo(other.raisedAt);
            return byTime != 0 ? byTime : question.compareTo(other.question);
        }
    }
}
