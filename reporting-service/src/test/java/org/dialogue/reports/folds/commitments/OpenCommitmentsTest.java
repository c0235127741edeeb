package org.dialogue.reports.folds.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.PROGRAMME;
import static org.dialogue.reports.story.Sample.about;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.promised;
import static org.dialogue.reports.story.Sample.raised;
import static org.dialogue.reports.story.Sample.story;

import java.math.BigDecimal;
import java.util.List;
import org.dialogue.events.commitment.CommitmentEvent;
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
import org.dialogue.events.commitment.EvidenceLink;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.Story;
import org.junit.jupiter.api.Test;

class OpenCommitmentsTest {

    private static final CommitmentId C8 = new CommitmentId("c8");

    private final FollowUpCommitted promise = new FollowUpCommitted(
            C8,
            PROGRAMME,
            about("q"),
            CommittedBy.BODIES,
            List.of(HOME_AFFAIRS),
            null,
            "Resolve redundant cadres",
            Due.noneSet(),
            new Measure("redundant cadres", new BigDecimal(127), BigDecimal.ZERO, new BigDecimal(127)),
            List.of(
                    new Milestone("plan", "A plan", Due.noneSet()),
                    new Milestone("vote", "The council's vote", Due.noneSet())),
            null,
            day(6));
    private final Story promised = story().then(raised("q", COMMUNE, 1), promise);

    @Test
    void aPromiseIsOpenFromTheMomentItIsMade() {
        assertThat(commitment().state()).isEqualTo(CommitmentState.OPEN);
        assertThat(commitment().promise()).isEqualTo(promise);
        assertThat(commitment().milestones())
                .extracting(MilestoneStanding::reachedAt)
                .containsOnlyNulls();
    }

    @Test
    void progressMovesTheMeasureAndReachesMilestones() {
        promised.then(
                new CommitmentProgressReported(
                        C8, HOME_AFFAIRS, "Going on", new BigDecimal(90), List.of("plan"), List.of(), day(10)),
                new CommitmentProgressReported(C8, HOME_AFFAIRS, "And on", null, List.of("plan"), evidence(), day(20)));

        assertThat(commitment().measure())
                .isEqualTo(new Measure("redundant cadres", new BigDecimal(127), BigDecimal.ZERO, new BigDecimal(90)));
        assertThat(commitment().milestones())
                .extracting(MilestoneStanding::reachedAt)
                .as("reached when first reported")
                .containsExactly(day(10), null);
        assertThat(commitment().lastProgress()).isEqualTo(new Progress(day(20), HOME_AFFAIRS, "And on", evidence()));
    }

    @Test
    void waitingForAHigherAuthorityNamesItAndEndsWithTheWait() {
        AuthorityId central = new AuthorityId("central-committee");

        promised.then(new CommitmentAwaitsAuthority(C8, central, "Asked them", day(9)));
        assertThat(commitment().state()).isEqualTo(CommitmentState.WAITING);
        assertThat(commitment().awaiting()).isEqualTo(central);

        promised.then(new CommitmentResumed(C8, "They agreed", day(10)));
        assertThat(commitment().state()).isEqualTo(CommitmentState.OPEN);
        assertThat(commitment().awaiting()).isNull();
    }

    @Test
    void aClaimIsNotTheEndAndASecretariatThatIsNotConvincedOpensItAgain() {
        promised.then(new CommitmentCompletionClaimed(C8, HOME_AFFAIRS, "Done", evidence(), List.of(), day(30)));
        assertThat(commitment().state()).isEqualTo(CommitmentState.CLAIMED);
        assertThat(commitment().lastProgress()).isEqualTo(new Progress(day(30), HOME_AFFAIRS, "Done", evidence()));

        promised.then(new CommitmentSentBack(C8, "Not all of them", day(31)));
        assertThat(commitment().state()).isEqualTo(CommitmentState.OPEN);
        assertThat(commitment().timesSentBack()).isEqualTo(1);
    }

    @Test
    void aCommitmentEndsAsVerifiedAndIsKeptAmongTheEnded() {
        promised.then(
                promised("c9", about("q"), Due.noneSet(), null, HOME_AFFAIRS),
                new CommitmentVerified(C8, VerifiedOutcome.IMPLEMENTED, "Seen", List.of(), day(40)),
                new CommitmentVerified(
                        new CommitmentId("c9"), VerifiedOutcome.NOT_IMPLEMENTED, "Not done", List.of(), day(41)));

        Commitments commitments = commitments();
        assertThat(commitments.open()).isEmpty();
        assertThat(commitments.ended().get(C8).state()).isEqualTo(CommitmentState.IMPLEMENTED);
        assertThat(commitments.ended().get(new CommitmentId("c9")).state()).isEqualTo(CommitmentState.NOT_IMPLEMENTED);
    }

    @Test
    void aHistoryThatGoesOnWithACommitmentNeverMadeIsAFault() {
        promised.then(new CommitmentResumed(new CommitmentId("never"), "?", day(10)));

        assertThatThrownBy(this::commitments)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never");
    }

    @Test
    void progressCountsByWhenItHappenedAndNotByWhenItWasReported() {
        promised.then(
                new CommitmentProgressReported(
                        C8, HOME_AFFAIRS, "Newest", new BigDecimal(40), List.of("plan"), List.of(), day(20)),
                new CommitmentProgressReported(
                        C8, HOME_AFFAIRS, "Late report", new BigDecimal(90), List.of("plan"), List.of(), day(10)),
                new CommitmentProgressReported(
                        C8, HOME_AFFAIRS, "Before the promise", new BigDecimal(7), List.of(), List.of(), day(1)));

        assertThat(commitment().measure().current()).isEqualTo(new BigDecimal(40));
        assertThat(commitment().lastProgress().text()).isEqualTo("Newest");
        assertThat(commitment().milestones())
                .extracting(MilestoneStanding::reachedAt)
                .containsExactly(day(10), null);

        promised.then(new CommitmentProgressReported(
                C8, HOME_AFFAIRS, "The same day, later", new BigDecimal(39), List.of(), List.of(), day(20)));
        assertThat(commitment().measure().current()).isEqualTo(new BigDecimal(39));
    }

    @Test
    void earlierClaimsStayAndAVerdictCanBePutRight() {
        promised.then(
                new CommitmentCompletionClaimed(C8, HOME_AFFAIRS, "Done", evidence(), List.of("vote"), day(30)),
                new CommitmentSentBack(C8, "No vote", day(31)),
                new CommitmentCompletionClaimed(C8, HOME_AFFAIRS, "Done now", evidence(), List.of(), day(32)),
                new CommitmentVerified(C8, VerifiedOutcome.IMPLEMENTED, "Seen", List.of(), day(33)),
                new CommitmentVerdictCorrected(C8, VerifiedOutcome.NOT_IMPLEMENTED, "Not seen", "mixed up", day(34)));

        Commitment ended = commitments().ended().get(C8);
        assertThat(ended.state()).isEqualTo(CommitmentState.NOT_IMPLEMENTED);
        assertThat(ended.claims())
                .extracting(CommitmentCompletionClaimed::unreachedMilestones)
                .containsExactly(List.of("vote"), List.of());

        promised.then(new CommitmentVerdictCorrected(C8, null, "Still going on", "too early", day(35)));
        assertThat(commitment().state()).isEqualTo(CommitmentState.OPEN);
    }

    @Test
    void aCommitmentCarriedOverIsFollowedUpInTheOtherProgramme() {
        promised.then(new CommitmentCarriedOver(C8, PROGRAMME, new ProgrammeId("2024"), "not done", day(40)));

        assertThat(commitment().programme()).isEqualTo(new ProgrammeId("2024"));
    }

    @Test
    void whatIsToldAfterTheEndIsAFaultAndTheEndStands() {
        List<CommitmentEvent> late = List.of(
                new CommitmentSentBack(C8, "?", day(41)),
                new CommitmentProgressReported(
                        C8, HOME_AFFAIRS, "?", BigDecimal.ONE, List.of("plan"), List.of(), day(41)),
                new CommitmentCarriedOver(C8, PROGRAMME, new ProgrammeId("2024"), "?", day(41)));
        promised.then(new CommitmentVerified(C8, VerifiedOutcome.IMPLEMENTED, "Seen", List.of(), day(40)));
        Commitments ended = commitments();

        assertThat(late)
                .allSatisfy(
                        event -> assertThatThrownBy(() -> ended.after(event)).hasMessageContaining("which has ended"));
    }

    private static List<EvidenceLink> evidence() {
        return List.of(new EvidenceLink("Report", "https://example.org/report"));
    }

    private Commitments commitments() {
        return promised.seenBy(FollowUp.FOLD).commitments();
    }

    private Commitment commitment() {
        return commitments().open().get(C8);
    }
}
