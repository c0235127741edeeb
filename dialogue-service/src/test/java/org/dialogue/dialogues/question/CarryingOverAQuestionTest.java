package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.question.Sample.ARCHIVED;
import static org.dialogue.dialogues.question.Sample.INTERNAL;
import static org.dialogue.dialogues.question.Sample.NEXT;
import static org.dialogue.dialogues.question.Sample.NGA;
import static org.dialogue.dialogues.question.Sample.PROGRAMME;
import static org.dialogue.dialogues.testing.Given.CHAIR;
import static org.dialogue.dialogues.testing.Given.SECRETARY;

import org.dialogue.dialogues.question.QuestionCommand.CarryOverQuestion;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.junit.jupiter.api.Test;

class CarryingOverAQuestionTest extends GroupScenario {

    private static final QuestionCarriedOver CARRIED_OVER =
            new QuestionCarriedOver(OTHER, PROGRAMME, NEXT, "still open", LATER);

    @Test
    void aQuestionIsFollowedUpInAnotherProgramme() throws Exception {
        given(asked(OTHER, NGA, INTERNAL));

        expect(to(NEXT), SECRETARY, CARRIED_OVER);
        assertThat(state(OTHER).programmeId()).isEqualTo(NEXT);
    }

    @Test
    void itLeavesTheArchiveToo() throws Exception {
        given(asked(OTHER, ARCHIVED, NGA, INTERNAL));

        expect(to(NEXT), SECRETARY, new QuestionCarriedOver(OTHER, ARCHIVED, NEXT, "still open", LATER));
    }

    @Test
    void carryingOverAgainChangesNothing() throws Exception {
        given(asked(OTHER, NGA, INTERNAL), CARRIED_OVER);

        expect(to(NEXT), SECRETARY);
    }

    @Test
    void carryingOverAtAnotherMomentGoesNowhere() {
        given(asked(OTHER, NGA, INTERNAL), CARRIED_OVER);

        expectRefusal(
                        new CarryOverQuestion(OTHER, NEXT, "still open", HappenedAt.given(LATER.plusSeconds(1))),
                        SECRETARY)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("programme-unchanged"));
    }

    @Test
    void theArchiveTakesNothingOver() {
        given(asked(OTHER, NGA, INTERNAL));

        expectRefusal(to(ARCHIVED), SECRETARY)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("programme-stage"));
    }

    @Test
    void theProgrammeExists() {
        given(asked(OTHER, NGA, INTERNAL));

        expectRefusal(to(new ProgrammeId("2525")), SECRETARY).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theChairCarriesNothingOver() {
        given(asked(OTHER, NGA, INTERNAL));

        expectRefusal(to(NEXT), CHAIR).isInstanceOf(NotPermitted.class);
    }

    private static CarryOverQuestion to(ProgrammeId target) {
        return new CarryOverQuestion(OTHER, target, "still open", HappenedAt.filledIn(LATER));
    }
}
