package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.question.Sample.FINANCE;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.RESTRICTED;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.financeBesideOnPartTwo;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.testing.Given.CHAIR;
import static org.dialogue.dialogues.testing.Given.SECRETARY;

import java.util.List;
import org.dialogue.dialogues.question.QuestionCommand.ChangeVisibility;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.junit.jupiter.api.Test;

class ChangingVisibilityTest extends GroupScenario {

    @Test
    void theSecretariatMakesAQuestionPublic() throws Exception {
        given(raised());

        expect(to(Visibility.toEverybody()), SECRETARY, changed(Visibility.toEverybody()));
        assertThat(state(ID).visibility()).isEqualTo(Visibility.toEverybody());
    }

    @Test
    void changingToTheSameAgainChangesNothing() throws Exception {
        given(raised(), changed(Visibility.toEverybody()));

        expect(to(Visibility.toEverybody()), SECRETARY);
    }

    @Test
    void aChangeChangesSomething() {
        given(raised());

        expectRule(to(Sample.INTERNAL), "visibility-unchanged");
    }

    @Test
    void theBodiesThatWorkOnItMayReadIt() throws Exception {
        given(raised(), assignedToHomeAffairs());

        expect(to(RESTRICTED), SECRETARY, changed(RESTRICTED));
    }

    @Test
    void noBodyThatWorksOnItIsShutOut() {
        given(raised(), assignedToHomeAffairs(), financeBesideOnPartTwo());

        expectRule(to(RESTRICTED), "body-may-not-read");
    }

    @Test
    void aBodyWhoseShareHasPassedOnIsShutOut() throws Exception {
        Visibility toPolice = restrictedTo(Sample.POLICE);
        given(raised(), assignedToHomeAffairs(), Sample.transferredToPolice());

        expect(to(toPolice), SECRETARY, changed(toPolice));
    }

    @Test
    void theBodiesNamedExist() {
        given(raised());

        expectRefusal(to(restrictedTo(new BodyId("unknown"))), SECRETARY).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theChairDecidesNotWhoReads() {
        given(raised());

        expectRefusal(to(Visibility.toEverybody()), CHAIR).isInstanceOf(NotPermitted.class);
    }

    @Test
    void assignmentFollowsWhatIsReadableToday() {
        given(raised(), changed(RESTRICTED));

        expectRule(Sample.assigning(Sample.asking("a1", FINANCE, AnsweringRole.LEAD)), "body-may-not-read");
    }

    private void expectRule(Object command, String rule) {
        expectRefusal(command, SECRETARY)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static ChangeVisibility to(Visibility visibility) {
        return new ChangeVisibility(ID, visibility, "agreed", HappenedAt.filledIn(LATER));
    }

    private static QuestionVisibilityChanged changed(Visibility visibility) {
        return new QuestionVisibilityChanged(ID, visibility, "agreed", LATER);
    }

    private static Visibility restrictedTo(BodyId... bodies) {
        return new Visibility(Visibility.Kind.RESTRICTED, List.of(bodies));
    }
}
