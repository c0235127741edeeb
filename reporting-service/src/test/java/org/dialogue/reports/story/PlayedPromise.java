package org.dialogue.reports.story;

import static org.dialogue.reports.story.Sample.day;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerdictCorrected;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;

/** A commitment as it is played: takes the steps that answer-service allows, and accounts for where it stands. */
final class PlayedPromise {

    private static final List<String> MILESTONES = List.of("plan", "vote");

    private final CommitmentId id;
    private final BodyId body;
    private final Dice dice;
    private final Story story;
    private final NavigableMap<Instant, BigDecimal> numbers = new TreeMap<>();
    private final Map<String, Instant> reached = new TreeMap<>();
    private final List<List<String>> claims = new ArrayList<>();
    private String state = "OPEN";
    private ProgrammeId programme = Sample.PROGRAMME;
    private boolean claimStands;
    private int sentBack;

    PlayedPromise(QuestionId about, BodyId body, Dice dice, Story story) {
        this.id = new CommitmentId(dice.id("c"));
        this.body = body;
        this.dice = dice;
        this.story = story;
        story.then(new FollowUpCommitted(
                id,
                programme,
                Sample.about(about.value()),
                CommittedBy.BODIES,
                List.of(body),
                null,
                "We will do " + id.value(),
                dice.onceIn(2) ? Due.noneSet() : Due.by(LocalDate.of(2023, 12, 1 + dice.below(30))),
                new Measure("posts", BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.TEN),
                MILESTONES.stream()
                        .map(milestone -> new Milestone(milestone, "The " + milestone, Due.noneSet()))
                        .toList(),
                null,
                day(6)));
    }

    CommitmentId id() {
        return id;
    }

    /** Takes a step, if the one that is drawn can be taken. */
    void step() {
        switch (state) {
            case "OPEN" -> {
                switch (dice.below(8)) {
                    case 0 -> {
                        state = "WAITING";
                        story.then(new CommitmentAwaitsAuthority(
                                id, new AuthorityId("central-committee"), "Asked them", day(9)));
                    }
                    case 1, 2 -> claim();
                    case 3 -> carryOver();
                    case 4 -> verify(VerifiedOutcome.NOT_IMPLEMENTED);
                    default -> report();
                }
            }
            case "WAITING" -> {
                switch (dice.below(4)) {
                    case 0 -> report();
                    case 1 -> carryOver();
                    default -> {
                        state = "OPEN";
                        story.then(new CommitmentResumed(id, "They agreed", day(10)));
                    }
                }
            }
            case "CLAIMED" -> {
                if (dice.onceIn(2)) {
                    state = "OPEN";
                    claimStands = false;
                    sentBack++;
                    story.then(new CommitmentSentBack(id, "Not all of it", day(12)));
                } else {
                    verify(dice.pick(List.of(VerifiedOutcome.values())));
                }
            }
            default -> {
                if (dice.onceIn(3)) {
                    correctVerdict();
                }
            }
        }
    }

    /** Reported late or early: what counts is when it happened, and of two at once the later report. */
    private void report() {
        Instant at = day(6 + dice.below(20));
        BigDecimal number = dice.onceIn(3) ? null : BigDecimal.valueOf(dice.below(10));
        List<String> milestones = dice.onceIn(3) ? dice.some(unreached()) : List.of();
        if (number != null) {
            numbers.put(at, number);
        }
        milestones.forEach(milestone -> reached.put(milestone, at));
        story.then(new CommitmentProgressReported(id, body, "Going on", number, milestones, List.of(), at));
    }

    private void claim() {
        state = "CLAIMED";
        claimStands = true;
        claims.add(unreached());
        story.then(new CommitmentCompletionClaimed(id, body, "Done", List.of(), unreached(), day(11)));
    }

    private void verify(VerifiedOutcome outcome) {
        state = outcome.name();
        story.then(new CommitmentVerified(id, outcome, "Looked at it", known(outcome), day(13)));
    }

    private void correctVerdict() {
        List<VerifiedOutcome> outcomes =
                claimStands ? List.of(VerifiedOutcome.values()) : List.of(VerifiedOutcome.NOT_IMPLEMENTED);
        VerifiedOutcome outcome = dice.onceIn(2) ? null : dice.pick(outcomes);
        state = outcome == null ? "OPEN" : outcome.name();
        claimStands = outcome != null && claimStands;
        story.then(new CommitmentVerdictCorrected(id, outcome, "Looked again", "Mixed up", day(14)));
    }

    private void carryOver() {
        ProgrammeId next = programme.equals(Sample.PROGRAMME) ? RandomDialogue.NEXT_PROGRAMME : Sample.PROGRAMME;
        story.then(new CommitmentCarriedOver(id, programme, next, "Not done", day(20)));
        programme = next;
    }

    private List<String> unreached() {
        return MILESTONES.stream()
                .filter(milestone -> !reached.containsKey(milestone))
                .toList();
    }

    private List<String> known(@Nullable VerifiedOutcome outcome) {
        return outcome == VerifiedOutcome.IMPLEMENTED ? unreached() : List.of();
    }

    PromiseTruth truth() {
        BigDecimal current =
                numbers.isEmpty() ? BigDecimal.TEN : numbers.lastEntry().getValue();
        return new PromiseTruth(state, programme.value(), current, Map.copyOf(reached), List.copyOf(claims), sentBack);
    }
}
