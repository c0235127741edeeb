package org.dialogue.answers.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dialogue.answers.integration.QuestionSlots.Slots;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionSlotsTest {

    private static final QuestionId ID = new QuestionId("p1");
    private static final AssignmentId FIRST = new AssignmentId("a1");
    private static final AssignmentId SECOND = new AssignmentId("a2");
    private static final Instant AT = Instant.parse("2023-07-01T02:00:00Z");

    @Test
    void whatTheQuestionKnewWhenItWasReopenedIsRemembered() {
        Slots slots = after(
                assigned(FIRST),
                assigned(SECOND),
                noted(FIRST, "x"),
                reopened(1),
                noted(FIRST, "y"),
                noted(SECOND, "z"),
                reopened(2),
                noted(FIRST, "late"));
        assertThat(slots.assignments()).containsExactly(FIRST, SECOND);
        assertThat(slots.notedBefore(1, FIRST)).containsExactly(new AnswerId("x"));
        assertThat(slots.notedBefore(2, FIRST)).containsExactly(new AnswerId("x"), new AnswerId("y"));
        assertThat(slots.notedBefore(1, SECOND)).isEmpty();
        assertThat(slots.notedBefore(2, SECOND)).containsExactly(new AnswerId("z"));
    }

    @Test
    void anAnswerNotedTwiceWasNotedWhenItCameFirst() {
        assertThat(after(assigned(FIRST), noted(FIRST, "x"), reopened(1), noted(FIRST, "x"))
                        .notedBefore(1, FIRST))
                .containsExactly(new AnswerId("x"));
    }

    @Test
    void theLastWordOnAWithdrawalCounts() {
        var withdrawn = new QuestionWithdrawn(ID, "Settled", AT);
        assertThat(after(withdrawn).withdrawn()).isTrue();
        assertThat(after(withdrawn, new QuestionWithdrawalCorrected(ID, true, "Answered elsewhere", "r", AT))
                        .withdrawn())
                .isTrue();
        assertThat(after(withdrawn, new QuestionWithdrawalCorrected(ID, false, null, "r", AT))
                        .withdrawn())
                .isFalse();
    }

    private static Slots after(QuestionEvent... events) {
        @Nullable Slots slots = null;
        for (QuestionEvent event : events) {
            slots = Slots.after(slots, event);
        }
        return slots;
    }

    private static QuestionAssigned assigned(AssignmentId assignment) {
        return new QuestionAssigned(
                ID,
                new ProgrammeId("2023"),
                assignment,
                new BodyId("home-affairs"),
                AnsweringRole.LEAD,
                List.of(1),
                Due.noneSet(),
                AT,
                null,
                AT);
    }

    private static AnswerNoted noted(AssignmentId assignment, String answer) {
        return new AnswerNoted(ID, assignment, new AnswerId(answer), new BodyId("home-affairs"), List.of(), AT);
    }

    private static QuestionReopened reopened(int round) {
        return new QuestionReopened(ID, round, List.of(1), List.of(FIRST, SECOND), "Again", AT);
    }
}
