package org.dialogue.reports.folds.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.Interleaving;
import org.dialogue.reports.story.PromiseTruth;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Story;

/** Every promise stands where its history brought it to: its numbers and milestones by when they happened. */
class PlayedPromisesTest {

    @Property(tries = 300)
    void everyCommitmentStandsWhereAnIndependentAccountSaysInAnyOrderOfArrival(
            @ForAll long seed, @ForAll long mix, @ForAll @IntRange(min = 50, max = 400) int steps) {
        RandomDialogue dialogue = RandomDialogue.played(seed, steps);
        Commitments commitments = Story.fold(FollowUp.FOLD, Interleaving.ofAggregates(dialogue.entries(), mix))
                .commitments();

        Map<String, PromiseTruth> told = new HashMap<>();
        commitments.open().forEach((id, commitment) -> told.put(id.value(), told(commitment)));
        commitments.ended().forEach((id, commitment) -> told.put(id.value(), told(commitment)));

        assertThat(told).isEqualTo(dialogue.promises());
    }

    private static PromiseTruth told(Commitment commitment) {
        Map<String, Instant> reached = new HashMap<>();
        commitment.milestones().stream()
                .filter(milestone -> milestone.reachedAt() != null)
                .forEach(milestone -> reached.put(milestone.id(), milestone.reachedAt()));
        return new PromiseTruth(
                commitment.state().name(),
                commitment.programme().value(),
                commitment.measure().current(),
                reached,
                commitment.claims().stream()
                        .map(CommitmentCompletionClaimed::unreachedMilestones)
                        .toList(),
                commitment.timesSentBack());
    }
}
