package org.dialogue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dialogue.events.DialogueEvent;
import org.dialogue.reports.counts.CountedBy;
import org.dialogue.reports.counts.Counts;
import org.dialogue.reports.coverage.Coverage;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.story.AnyEvent;
import org.dialogue.reports.story.EveryFold;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.Story;
import org.dialogue.reports.views.Bound;
import org.dialogue.reports.views.Replay;
import org.dialogue.reports.views.ToldHistory;
import org.dialogue.reports.views.ViewFold;
import org.dialogue.reports.views.ViewState;
import org.dialogue.reports.web.Ages;

/** Whatever events hold, every view takes what it can, says what it cannot, and tells all it knows. */
class NoEventBreaksAViewTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);
    private static final Ages AGES = new Ages(TODAY, ZoneId.of("Asia/Ho_Chi_Minh"));

    @Property(tries = 200)
    void everyViewGoesOnAndCountsWhatItCouldNotTake(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int events) {
        ToldHistory history = anyHistory(seed, events);

        for (ViewFold<?> fold : EveryFold.FOLDS) {
            ViewState<?> state = new Replay(history).of(fold, Bound.none());

            assertThat(state.position()).isEqualTo(history.head());
            assertThat(state.faults().known().size())
                    .as(fold.name())
                    .isEqualTo(state.faults().byKind().values().stream()
                            .mapToInt(Long::intValue)
                            .sum());
        }
    }

    @Property(tries = 200)
    void everyPartOfEveryQuestionThatIsKnownStandsSomewhere(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int events) {
        Coverage coverage = new Replay(anyHistory(seed, events))
                .of(Coverage.FOLD, Bound.none())
                .view();

        List<PartStanding> parts = coverage.parts().toList();
        assertThat(parts)
                .hasSize(coverage.background().questions().values().stream()
                        .mapToInt(question -> question.parts().size())
                        .sum());
        parts.forEach(part -> {
            assertThat(AGES.daysSince(part.question().raisedAt())).isNotNegative();
            part.debts()
                    .forEach(debt -> assertThat(AGES.daysSince(debt.since())).isNotNegative());
            part.isLate(TODAY);
        });
        assertThat(coverage.background().questions().keySet())
                .allSatisfy(
                        question -> assertThat(coverage.background().numbers().number(question))
                                .isPositive());
    }

    @Property(tries = 100)
    void whateverIsKnownCounts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int events) {
        Counts counts = new Replay(anyHistory(seed, events))
                .of(Counts.FOLD, Bound.none())
                .view();

        for (CountedBy by : CountedBy.values()) {
            assertThat(counts.rows(by, question -> true, promise -> true, Optional.empty(), TODAY))
                    .doesNotContainNull();
        }
    }

    private static ToldHistory anyHistory(long seed, int events) {
        AnyEvent any = new AnyEvent(new Random(seed));
        List<DialogueEvent> told = new ArrayList<>();
        for (int count = 0; count < events; count++) {
            told.add(any.next());
        }
        Story story = Sample.story().then(told.toArray(DialogueEvent[]::new));
        ToldHistory history = new ToldHistory();
        history.tell(story.entries());
        return history;
    }
}
