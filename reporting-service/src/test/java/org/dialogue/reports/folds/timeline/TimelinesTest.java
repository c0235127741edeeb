package org.dialogue.reports.folds.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.events.question.AnsweringRole.LEAD;
import static org.dialogue.events.vocabulary.Disposition.ACCEPTED;
import static org.dialogue.events.vocabulary.Disposition.EXPLAINED;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.about;
import static org.dialogue.reports.story.Sample.assigned;
import static org.dialogue.reports.story.Sample.corrected;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.noted;
import static org.dialogue.reports.story.Sample.opened;
import static org.dialogue.reports.story.Sample.promised;
import static org.dialogue.reports.story.Sample.published;
import static org.dialogue.reports.story.Sample.raised;
import static org.dialogue.reports.story.Sample.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.Bound;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.Replay;
import org.dialogue.reports.story.Story;
import org.dialogue.reports.story.ToldHistory;
import org.junit.jupiter.api.Test;

class TimelinesTest {

    private static final QuestionId Q = new QuestionId("q");

    @Test
    void aTimelineHoldsTheQuestionItsAssignmentsAndItsCommitmentsAsRecorded() {
        var slot = assigned("q", "s1", HOME_AFFAIRS, LEAD, 1);
        var answer = published(slot, "a1", EXPLAINED, 1);
        Story story = story().then(
                        raised("q", COMMUNE, 1),
                        raised("other", COMMUNE, 1),
                        slot,
                        opened(slot),
                        answer,
                        noted(answer),
                        promised("c", about("q"), Due.noneSet(), null, HOME_AFFAIRS),
                        promised("d", about("other"), Due.noneSet(), null, HOME_AFFAIRS),
                        corrected(answer, ACCEPTED, 1),
                        new CommitmentResumed(new CommitmentId("c"), "On again", day(9)));

        assertThat(line(story.entries()))
                .extracting(TimelineEntry::name)
                .containsExactly(
                        "question-raised",
                        "question-assigned",
                        "assignment-opened",
                        "answer-published",
                        "answer-noted",
                        "follow-up-committed",
                        "answer-corrected",
                        "commitment-resumed");
    }

    @Test
    void theOrderIsThatOfRecordingEvenWhereTheAnswerArrivesBeforeTheQuestion() {
        var slot = assigned("q", "s1", HOME_AFFAIRS, LEAD, 1);
        List<HistoryEntry> recorded = story().then(
                        raised("q", COMMUNE, 1), slot, opened(slot), published(slot, "a1", EXPLAINED, 1))
                .entries();
        List<HistoryEntry> arrived = new ArrayList<>(recorded);
        Collections.reverse(arrived);

        assertThat(line(arrived)).isEqualTo(line(recorded)).hasSize(4);
    }

    @Test
    void aQuestionThatNobodyRaisedHasNoTimeline() {
        assertThat(line(story().entries())).isEmpty();
    }

    private static List<TimelineEntry> line(List<HistoryEntry> told) {
        ToldHistory history = new ToldHistory();
        history.tell(told);
        return Timelines.of(Q, new Replay(history).of(Timelines.FOLD, Bound.none()), history);
    }
}
