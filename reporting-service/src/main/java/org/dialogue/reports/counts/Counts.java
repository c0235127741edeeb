package org.dialogue.reports.counts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.background.Topics;
import org.dialogue.reports.commitments.Commitment;
import org.dialogue.reports.commitments.Commitments;
import org.dialogue.reports.coverage.Coverage;
import org.dialogue.reports.coverage.Debt;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.PartState;
import org.dialogue.reports.views.HistoryEntry;
import org.dialogue.reports.views.ViewFold;

/** The view behind the numbers: coverage and commitments at one position. */
public record Counts(Coverage coverage, Commitments commitments) {

    /** How the view is folded. */
    public static final ViewFold<Counts> FOLD =
            new ViewFold<>("counts", new Counts(Coverage.EMPTY, Commitments.NONE), Counts::after);

    private Counts after(HistoryEntry entry) {
        if (entry.event() instanceof CommitmentEvent event) {
            return new Counts(coverage, commitments.after(event));
        }
        Coverage next = coverage.after(entry);
        return next == coverage ? this : new Counts(next, commitments);
    }

    /**
     * Counts what a reader may see.
     *
     * @param by what the rows stand for
     * @param visible which questions the reader may know of
     * @param promised which commitments the reader may know of
     * @param programme the programme that counts; empty for all
     * @param today the current day on the host's calendar, which decides what is late
     * @return the rows in the order of their keys; only rows in which something counts
     */
    public List<CountRow> rows(
            CountedBy by,
            Predicate<QuestionFacts> visible,
            Predicate<Commitment> promised,
            Optional<ProgrammeId> programme,
            LocalDate today) {
        List<QuestionFacts> questions =
                background().questions().values().stream().filter(visible).toList();
        Topics topics = Topics.of(questions.stream());
        Map<String, Tally> tallies = new TreeMap<>();
        questions.stream()
                .filter(question -> programme.map(question.programme()::equals).orElse(true))
                .flatMap(question -> coverage.partsOf(question).stream())
                .forEach(part -> count(by, topics, part, tallies));
        Stream.concat(commitments.open().values().stream(), commitments.ended().values().stream())
                .filter(promised)
                .filter(commitment ->
                        programme.map(commitment.programme()::equals).orElse(true))
                .forEach(commitment -> keys(by, topics, visible, commitment)
                        .forEach(key -> tally(tallies, key).add(commitment, today)));
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().row(entry.getKey()))
                .toList();
    }

    /** {@return the background that both halves share} */
    public Background background() {
        return coverage.background();
    }

    private void count(CountedBy by, Topics topics, PartStanding part, Map<String, Tally> tallies) {
        switch (by) {
            case BODY -> countByBody(part, tallies);
            case UNIT ->
                unitAndAbove(part.question().unit())
                        .forEach(key -> tally(tallies, key).add(part));
            case TOPIC ->
                topics.shown(part.question().topicsOf(List.of(part.part().number())))
                        .forEach(key -> tally(tallies, key).add(part));
        }
    }

    /** A body that has answered its share owes nothing, even while another body still does. */
    private static void countByBody(PartStanding part, Map<String, Tally> tallies) {
        Set<String> debtors = part.debts().stream().map(Debt::debtor).collect(Collectors.toSet());
        Set<String> concerned = new HashSet<>(debtors);
        part.slots().forEach(slot -> concerned.add(slot.body().value()));
        for (String body : concerned) {
            boolean ownShareDone = part.state() == PartState.OWED && !debtors.contains(body);
            tally(tallies, body).add(part, ownShareDone ? PartState.ANSWERED : part.state());
        }
    }

    private Collection<String> keys(
            CountedBy by, Topics topics, Predicate<QuestionFacts> visible, Commitment commitment) {
        Set<String> keys = new HashSet<>();
        if (by == CountedBy.BODY) {
            commitment.promise().bodies().stream().map(BodyId::value).forEach(keys::add);
            return keys;
        }
        for (QuestionParts subject : commitment.promise().subjects()) {
            background()
                    .question(subject.question())
                    .filter(visible)
                    .ifPresent(question -> keys.addAll(
                            by == CountedBy.UNIT
                                    ? unitAndAbove(question.unit())
                                    : topics.shown(question.topicsOf(subject.parts()))));
        }
        return keys;
    }

    private List<String> unitAndAbove(UnitId unit) {
        return background().chain(unit).stream().map(UnitId::value).toList();
    }

    private static Tally tally(Map<String, Tally> tallies, String key) {
        return tallies.computeIfAbsent(key, unseen -> new Tally());
    }
}
