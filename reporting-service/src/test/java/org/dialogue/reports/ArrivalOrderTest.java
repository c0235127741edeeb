package org.dialogue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.story.EveryFold;
import org.dialogue.reports.story.Interleaving;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Story;

/** The two topics arrive mixed in any way: what is known in the end must not depend on it. */
class ArrivalOrderTest {

    @Property(tries = 300)
    void anyMixOfTheTwoServicesGivesTheSameViews(
            @ForAll long seed, @ForAll long mix, @ForAll @IntRange(min = 20, max = 200) int steps) {
        List<HistoryEntry> recorded = RandomDialogue.played(seed, steps).entries();
        assertSameViews(recorded, Interleaving.ofSources(recorded, mix));
    }

    /** Stronger: events that waited in the dead-letter queue arrive after later ones of other aggregates. */
    @Property(tries = 300)
    void anyMixThatKeepsEachAggregatesOrderGivesTheSameViews(
            @ForAll long seed, @ForAll long mix, @ForAll @IntRange(min = 20, max = 200) int steps) {
        List<HistoryEntry> recorded = RandomDialogue.played(seed, steps).entries();
        assertSameViews(recorded, Interleaving.ofAggregates(recorded, mix));
    }

    private static void assertSameViews(List<HistoryEntry> recorded, List<HistoryEntry> arrived) {
        for (ViewFold<?> fold : EveryFold.FOLDS) {
            assertThat((Object) Story.fold(fold, arrived)).as(fold.name()).isEqualTo(Story.fold(fold, recorded));
        }
    }
}
