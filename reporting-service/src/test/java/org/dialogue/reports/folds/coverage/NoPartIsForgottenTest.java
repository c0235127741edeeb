package org.dialogue.reports.folds.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.Interleaving;
import org.dialogue.reports.story.PartTruth;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Story;

/**
 * The first promise of the design: every part of every question is at any time answered, declined with reasons, referred, or
 * on the list that names who owes what since when.
 */
class NoPartIsForgottenTest {

    /** {@link PartStatus} itself refuses a debt in another state than {@code OWED}, and none in it. */
    @Property(tries = 200)
    void atAnyTimeEveryKnownPartIsInExactlyOneState(
            @ForAll long seed, @ForAll long mix, @ForAll @IntRange(min = 1, max = 80) int steps) {
        Coverage coverage = Coverage.EMPTY;
        long parts = 0;
        for (HistoryEntry entry :
                Interleaving.ofAggregates(RandomDialogue.played(seed, steps).entries(), mix)) {
            coverage = coverage.after(entry);
            parts += entry.event() instanceof QuestionRaised raised
                    ? raised.parts().size()
                    : 0;

            List<String> told =
                    coverage.parts().map(NoPartIsForgottenTest::key).distinct().toList();
            assertThat(told).hasSize((int) parts);
        }
    }

    @Property(tries = 500)
    void inTheEndEveryPartIsInTheStateThatItsHistoryBroughtItTo(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 400) int steps) {
        RandomDialogue dialogue = RandomDialogue.played(seed, steps);
        Coverage coverage = Story.fold(FollowUp.FOLD, dialogue.entries()).coverage();

        Map<String, PartTruth> told =
                coverage.parts().collect(Collectors.toMap(NoPartIsForgottenTest::key, part -> told(coverage, part)));

        assertThat(told).isEqualTo(dialogue.truth());
    }

    /** A body's words are known, with their corrections, as soon as its service has told them, whatever else crossed. */
    @Property(tries = 200)
    void everyAnswerHasItsWords(@ForAll long seed, @ForAll @IntRange(min = 50, max = 400) int steps) {
        Coverage coverage = Story.fold(
                        FollowUp.FOLD, RandomDialogue.played(seed, steps).entries())
                .coverage();

        assertThat(coverage.parts().flatMap(part -> part.slots().stream()))
                .filteredOn(slot -> slot.answeredAt() != null)
                .extracting(SlotStanding::text)
                .doesNotContainNull();
    }

    private static PartTruth told(Coverage coverage, PartStatus part) {
        return new PartTruth(
                part.state().name(),
                part.debts().stream()
                        .map(debt -> debt.debtor() + " " + debt.step())
                        .collect(Collectors.toSet()),
                part.concluded(),
                part.with() == null ? null : part.with().value(),
                part.part().text(),
                part.question().programme().value(),
                coverage.reference().numbers().number(part.question().id()));
    }

    private static String key(PartStatus part) {
        return part.question().id().value() + "/" + part.part().number();
    }
}
