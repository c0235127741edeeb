package org.dialogue.reports.folds.counts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.folds.commitments.Commitment;
import org.dialogue.reports.folds.coverage.PartRow;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.coverage.QuestionRow;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.reference.Circle;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.Topics;

/** Coverage and commitments in numbers. */
public final class Counts {

    private final FollowUp followUp;

    /** @param followUp what is counted */
    public Counts(FollowUp followUp) {
        this.followUp = followUp;
    }

    /**
     * Counts what a reader may see.
     *
     * @param by what the rows stand for
     * @param visible which circles the reader belongs to
     * @param promised which commitments the reader may know of
     * @param programme the programme that counts; empty for all
     * @param today the current day on the host's calendar, which decides what is late
     * @return the rows in the order of their keys; only rows in which something counts
     */
    public List<CountRow> rows(
            CountedBy by,
            Predicate<Circle> visible,
            Predicate<Commitment> promised,
            Optional<ProgrammeId> programme,
            LocalDate today) {
        Topics topics = followUp.coverage().topics(visible);
        Map<String, Tally> tallies = new TreeMap<>();
        followUp.coverage()
                .byRaising(null, false)
                .filter(row -> programme.map(row.question().programme()::equals).orElse(true))
                .filter(row -> visible.test(Circle.of(row.question())))
                .forEach(row -> count(by, topics, row, tallies));
        Stream.concat(followUp.commitments().open().values().stream(), followUp.commitments().ended().values().stream())
                .filter(promised)
                .filter(commitment ->
                        programme.map(commitment.programme()::equals).orElse(true))
                .forEach(commitment -> keys(by, topics, visible, commitment)
                        .forEach(key -> tally(tallies, key).add(commitment, today)));
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().row(entry.getKey()))
                .toList();
    }

    private void count(CountedBy by, Topics topics, QuestionRow row, Map<String, Tally> tallies) {
        QuestionFacts question = row.question();
        List<String> units = by == CountedBy.UNIT ? unitAndAbove(question.unit()) : List.of();
        for (int place = 0; place < row.parts().size(); place++) {
            PartRow part = row.parts().get(place);
            switch (by) {
                case BODY -> countByBody(question, part, tallies);
                case UNIT -> units.forEach(key -> tally(tallies, key).add(question, part.state()));
                case TOPIC ->
                    topics.shown(question.topicsOf(
                                    List.of(question.parts().get(place).number())))
                            .forEach(key -> tally(tallies, key).add(question, part.state()));
            }
        }
    }

    /** A body that has answered its share owes nothing, even while another body still does. */
    private static void countByBody(QuestionFacts question, PartRow part, Map<String, Tally> tallies) {
        Set<String> concerned = new HashSet<>(part.owedBy());
        concerned.addAll(part.bodies());
        for (String body : concerned) {
            boolean ownShareDone =
                    part.state() == PartState.OWED && !part.owedBy().contains(body);
            tally(tallies, body).add(question, ownShareDone ? PartState.ANSWERED : part.state());
        }
    }

    private Collection<String> keys(CountedBy by, Topics topics, Predicate<Circle> visible, Commitment commitment) {
        Set<String> keys = new HashSet<>();
        if (by == CountedBy.BODY) {
            commitment.promise().bodies().stream().map(BodyId::value).forEach(keys::add);
            return keys;
        }
        for (QuestionParts subject : commitment.promise().subjects()) {
            followUp.reference()
                    .question(subject.question())
                    .filter(question -> visible.test(Circle.of(question)))
                    .ifPresent(question -> keys.addAll(
                            by == CountedBy.UNIT
                                    ? unitAndAbove(question.unit())
                                    : topics.shown(question.topicsOf(subject.parts()))));
        }
        return keys;
    }

    private List<String> unitAndAbove(UnitId unit) {
        return followUp.reference().chain(unit).stream().map(UnitId::value).toList();
    }

    private static Tally tally(Map<String, Tally> tallies, String key) {
        return tallies.computeIfAbsent(key, unseen -> new Tally());
    }
}
