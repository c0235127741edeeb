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
import org.dialogue.reports.folds.Bound;
import org.dialogue.reports.folds.Replay;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.counts.CountedBy;
import org.dialogue.reports.folds.counts.Counts;
import org.dialogue.reports.folds.coverage.Coverage;
import org.dialogue.reports.folds.coverage.PartStatus;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.AnyEvent;
import org.dialogue.reports.story.EveryFold;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.Story;
import org.dialogue.reports.story.ToldHistory;
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
                .of(FollowUp.FOLD, Bound.none())
                .view()
                .coverage();

        List<PartStatus> parts = coverage.parts().toList();
        assertThat(parts)
                .hasSize(coverage.reference().questions().values().stream()
                        .mapToInt(question -> question.parts().size())
                        .sum());
        parts.forEach(part -> {
            assertThat(AGES.daysSince(part.question().raisedAt())).isNotNegative();
            part.debts()
                    .forEach(debt -> assertThat(AGES.daysSince(debt.since())).isNotNegative());
            part.isLate(TODAY);
        });
        assertThat(coverage.reference().questions().keySet())
                .allSatisfy(
                        question -> assertThat(coverage.reference().numbers().number(question))
                                .isPositive());
    }

    @Property(tries = 100)
    void whateverIsKnownCounts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int events) {
        Counts counts = new Counts(new Replay(anyHistory(seed, events))
                .of(FollowUp.FOLD, Bound.none())
                .view());

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
