package org.dialogue.reports.folds.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.Topic;
import org.dialogue.reports.folds.Bound;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.Replay;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.reference.Circle;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.story.AnyEvent;
import org.dialogue.reports.story.Interleaving;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.ToldHistory;

/** What the fold keeps up event by event is what one would compute from all of the rest, in whatever history. */
class CoverageIndexTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);

    @Property(tries = 200)
    void anyDialogueInAnyOrderOfArrival(
            @ForAll long seed, @ForAll long mix, @ForAll @IntRange(min = 1, max = 300) int steps) {
        List<HistoryEntry> entries = RandomDialogue.played(seed, steps).entries();

        check(folded(Interleaving.ofAggregates(entries, mix)));
    }

    @Property(tries = 200)
    void anyEventsWhatever(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int events) {
        AnyEvent any = new AnyEvent(new Random(seed));
        List<DialogueEvent> told = new ArrayList<>();
        for (int count = 0; count < events; count++) {
            told.add(any.next());
        }

        check(folded(Sample.story().then(told.toArray(DialogueEvent[]::new)).entries()));
    }

    private static Coverage folded(List<HistoryEntry> entries) {
        ToldHistory history = new ToldHistory();
        history.tell(entries);
        return new Replay(history).of(FollowUp.FOLD, Bound.none()).view().coverage();
    }

    private static void check(Coverage coverage) {
        rowsAreThoseOfThePartsJudgedNow(coverage);
        pagesGoOnFromAnyPlace(coverage);
        totalsAreThoseOfTheRows(coverage);
        topicsAreAsTheFirstQuestionWritesThem(coverage);
        followersAreThoseThatStandWithTheirLead(coverage);
    }

    private static void rowsAreThoseOfThePartsJudgedNow(Coverage coverage) {
        Map<QuestionId, List<PartRow>> judged = new HashMap<>();
        coverage.reference()
                .questions()
                .values()
                .forEach(question -> judged.put(
                        question.id(),
                        coverage.partsOf(question).stream().map(PartRow::of).toList()));
        Map<QuestionId, List<PartRow>> kept = new HashMap<>();
        coverage.byRaising(null, false).forEach(row -> {
            assertThat(row.question())
                    .isSameAs(
                            coverage.reference().questions().get(row.question().id()));
            kept.put(row.question().id(), row.parts());
        });
        assertThat(kept).isEqualTo(judged);
    }

    private static void pagesGoOnFromAnyPlace(Coverage coverage) {
        Comparator<QuestionFacts> byId =
                Comparator.comparing(question -> question.id().value());
        List<QuestionFacts> questions =
                new ArrayList<>(coverage.reference().questions().values());
        for (boolean descending : List.of(false, true)) {
            Comparator<QuestionFacts> byTime = Comparator.comparing(QuestionFacts::raisedAt);
            questions.sort((descending ? byTime.reversed() : byTime).thenComparing(byId));
            assertThat(coverage.byRaising(null, descending).map(QuestionRow::question))
                    .containsExactlyElementsOf(questions);
            for (QuestionFacts from : questions) {
                assertThat(coverage.byRaising(from.raisedAt(), descending).map(QuestionRow::question))
                        .containsExactlyElementsOf(questions.stream()
                                .filter(one -> descending
                                        ? !one.raisedAt().isAfter(from.raisedAt())
                                        : !one.raisedAt().isBefore(from.raisedAt()))
                                .toList());
            }
            Comparator<QuestionFacts> byNumber = Comparator.comparing(
                    question -> coverage.reference().numbers().number(question.id()));
            questions.sort((descending ? byNumber.reversed() : byNumber).thenComparing(byId));
            assertThat(coverage.byNumber(descending ? Integer.MAX_VALUE : 1, descending)
                            .map(QuestionRow::question))
                    .containsExactlyElementsOf(questions);
        }
    }

    private static void totalsAreThoseOfTheRows(Coverage coverage) {
        List<PartTotals> totals = coverage.totals(circle -> true, Optional.empty());
        List<QuestionRow> rows = coverage.byRaising(null, false).toList();

        assertThat(totals.stream().mapToLong(PartTotals::questions).sum()).isEqualTo(rows.size());
        assertThat(totals.stream().mapToLong(PartTotals::parts).sum())
                .isEqualTo(rows.stream().mapToLong(row -> row.parts().size()).sum());
        assertThat(totals.stream().mapToLong(some -> some.late(TODAY)).sum())
                .isEqualTo(rows.stream()
                        .flatMap(row -> row.parts().stream())
                        .filter(part -> part.isLate(TODAY))
                        .count());
        for (PartState state : PartState.values()) {
            assertThat(totals.stream()
                            .mapToLong(some -> some.byState().getOrDefault(state, 0L))
                            .sum())
                    .isEqualTo(rows.stream()
                            .flatMap(row -> row.parts().stream())
                            .filter(part -> part.state() == state)
                            .count());
        }
        rows.forEach(row -> assertThat(coverage.totals(
                        Circle.of(row.question())::equals,
                        Optional.of(row.question().programme())))
                .hasSize(1));
    }

    private static void topicsAreAsTheFirstQuestionWritesThem(Coverage coverage) {
        Map<String, String> first = new HashMap<>();
        coverage.reference().questions().values().stream()
                .sorted(Comparator.comparing(QuestionFacts::raising))
                .forEach(question -> question.topicsOf(question.partNumbers())
                        .forEach(topic -> first.putIfAbsent(Topic.key(topic), topic)));

        first.values().forEach(topic -> {
            assertThat(coverage.topics(circle -> true).shown(List.of(topic))).containsExactly(topic);
            assertThat(coverage.topics(circle -> false).include(topic)).isFalse();
        });
    }

    private static void followersAreThoseThatStandWithTheirLead(Coverage coverage) {
        Map<QuestionId, List<QuestionId>> standing = new HashMap<>();
        coverage.reference()
                .questions()
                .values()
                .forEach(question -> coverage.leadOf(question)
                        .ifPresent(lead -> standing.computeIfAbsent(lead.id(), unseen -> new ArrayList<>())
                                .add(question.id())));

        coverage.reference()
                .questions()
                .values()
                .forEach(lead -> assertThat(coverage.followersOf(lead).stream().map(QuestionFacts::id))
                        .containsExactlyInAnyOrderElementsOf(
                                standing.getOrDefault(lead.id(), Collections.emptyList())));
    }
}
