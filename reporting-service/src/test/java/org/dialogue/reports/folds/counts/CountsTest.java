package org.dialogue.reports.folds.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.events.question.AnsweringRole.COORDINATING;
import static org.dialogue.events.question.AnsweringRole.LEAD;
import static org.dialogue.events.vocabulary.Disposition.DECLINED_WITH_REASONS;
import static org.dialogue.events.vocabulary.Disposition.EXPLAINED;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.OTHER_COMMUNE;
import static org.dialogue.reports.story.Sample.POLICE;
import static org.dialogue.reports.story.Sample.about;
import static org.dialogue.reports.story.Sample.assigned;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.promised;
import static org.dialogue.reports.story.Sample.published;
import static org.dialogue.reports.story.Sample.raised;
import static org.dialogue.reports.story.Sample.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.reports.folds.followup.FollowUp;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);

    private final QuestionAssigned lead = assigned("q", "s1", HOME_AFFAIRS, LEAD, 1);
    private final QuestionAssigned coordinating = assigned("q", "s2", POLICE, COORDINATING, 1);
    private final QuestionAssigned second = assigned("q", "s3", POLICE, LEAD, 2);

    /** q: part 1 answered by one of two bodies, part 2 declined; r: nobody asked. Four commitments follow from part 1 of q. */
    private final Counts counts = new Counts(story().then(
                    raised("q", COMMUNE, 2, new Visibility(Visibility.Kind.INTERNAL, List.of())),
                    raised("r", OTHER_COMMUNE, 1),
                    lead,
                    coordinating,
                    second,
                    published(lead, "a1", EXPLAINED, 1),
                    published(second, "a2", DECLINED_WITH_REASONS, 2),
                    promised("open", about("q", 1), Due.noneSet(), null, HOME_AFFAIRS),
                    promised("late", about("q", 1), Due.by(TODAY.minusDays(1)), null, HOME_AFFAIRS, POLICE),
                    promised("kept", about("q", 1), Due.noneSet(), null, POLICE),
                    promised("broken", about("q", 1), Due.by(TODAY.minusDays(1)), null, POLICE),
                    new CommitmentVerified(
                            new CommitmentId("kept"), VerifiedOutcome.IMPLEMENTED, "Seen", List.of(), day(9)),
                    new CommitmentVerified(
                            new CommitmentId("broken"), VerifiedOutcome.NOT_IMPLEMENTED, "Not done", List.of(), day(9)))
            .seenBy(FollowUp.FOLD));

    @Test
    void byBodyEachBodyOwesOnlyItsOwnShare() {
        assertThat(rows(CountedBy.BODY))
                .containsExactly(
                        new CountRow("SECRETARIAT", 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0),
                        new CountRow("home-affairs", 1, 1, 1, 0, 0, 0, 0, 2, 1, 0, 0),
                        new CountRow("police", 1, 2, 0, 1, 0, 1, 0, 1, 1, 1, 1));
    }

    @Test
    void byUnitEachUnitCountsWhatLiesInIt() {
        assertThat(rows(CountedBy.UNIT))
                .containsExactly(
                        new CountRow("hung-nguyen", 1, 2, 0, 1, 0, 1, 0, 2, 1, 1, 1),
                        new CountRow("nga-my", 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0),
                        new CountRow("nghe-an", 2, 3, 0, 1, 0, 2, 0, 2, 1, 1, 1),
                        new CountRow("xuan-lam", 1, 2, 0, 1, 0, 1, 0, 2, 1, 1, 1));
    }

    @Test
    void byTopicAPartCountsUnderItsOwnTopicsAndThoseOfItsQuestion() {
        assertThat(rows(CountedBy.TOPIC))
                .containsExactly(
                        new CountRow("cadres", 2, 3, 0, 1, 0, 2, 0, 2, 1, 1, 1),
                        new CountRow("topic-1", 2, 2, 0, 0, 0, 2, 0, 2, 1, 1, 1),
                        new CountRow("topic-2", 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatTheReaderMayNotSeeDoesNotCount() {
        assertThat(counts.rows(
                        CountedBy.UNIT,
                        circle -> circle.visibility().kind() == Visibility.Kind.PUBLIC,
                        promise -> false,
                        Optional.empty(),
                        TODAY))
                .containsExactly(
                        new CountRow("nga-my", 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0),
                        new CountRow("nghe-an", 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0));
    }

    private List<CountRow> rows(CountedBy by) {
        return counts.rows(by, question -> true, promise -> true, Optional.empty(), TODAY);
    }
}
