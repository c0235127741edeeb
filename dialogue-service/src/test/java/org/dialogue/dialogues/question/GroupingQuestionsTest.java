package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.INTERNAL;
import static org.dialogue.dialogues.question.Sample.NGA;
import static org.dialogue.dialogues.question.Sample.PROGRAMME;
import static org.dialogue.dialogues.question.Sample.QUY;
import static org.dialogue.dialogues.question.Sample.RESTRICTED;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.CarryOverQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ChangeVisibility;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.UngroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerReleased;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.junit.jupiter.api.Test;

class GroupingQuestionsTest extends GroupScenario {

    private static final QuestionGrouped GROUPED = new QuestionGrouped(FOLLOWER, LEAD, LATER);
    private static final QuestionFollowerAdded ADDED = new QuestionFollowerAdded(LEAD, FOLLOWER, NGA.id(), LATER);
    private static final QuestionUngrouped UNGROUPED = new QuestionUngrouped(FOLLOWER, LEAD, LATER);
    private static final QuestionFollowerReleased RELEASED = new QuestionFollowerReleased(LEAD, FOLLOWER, LATER);

    @Test
    void aSimilarQuestionLeads() throws Exception {
        two();

        expect(grouping(FOLLOWER, LEAD), SECRETARY, GROUPED, ADDED);
    }

    @Test
    void groupingUnderTheSameLeadAgainChangesNothing() throws Exception {
        grouped();

        expect(grouping(FOLLOWER, LEAD), SECRETARY);
    }

    @Test
    void aQuestionIsInOneGroupOnly() {
        grouped();
        given(asked(OTHER, NGA, INTERNAL));

        expectRule(grouping(FOLLOWER, OTHER), "question-grouped");
    }

    @Test
    void aQuestionDoesNotLeadItself() {
        two();

        expectRule(grouping(LEAD, LEAD), "question-leads-itself");
    }

    @Test
    void thereIsNoChainFromAbove() {
        grouped();
        given(asked(OTHER, NGA, INTERNAL));

        expectRule(grouping(OTHER, FOLLOWER), "lead-is-led");
    }

    @Test
    void thereIsNoChainFromBelow() {
        grouped();
        given(asked(OTHER, NGA, INTERNAL));

        expectRule(grouping(LEAD, OTHER), "question-leads");
    }

    @Test
    void twoQuestionsDoNotLeadEachOther() {
        grouped();

        expectRule(grouping(LEAD, FOLLOWER), "question-leads");
    }

    @Test
    void whatWasTakenBackLeadsNothing() {
        two();
        given(new QuestionWithdrawn(LEAD, "settled", LATER));

        expectRule(grouping(FOLLOWER, LEAD), "lead-withdrawn");
    }

    @Test
    void whatWasTakenBackFollowsNothing() {
        two();
        given(new QuestionWithdrawn(FOLLOWER, "settled", LATER));

        expectRule(grouping(FOLLOWER, LEAD), "question-withdrawn");
    }

    @Test
    void whatWasConcludedLeadsNothingMore() {
        two();
        given(new QuestionConcluded(LEAD, QUY, List.of(new PartConclusion(1, Disposition.EXPLAINED, "noted")), LATER));

        expectRule(grouping(FOLLOWER, LEAD), "lead-concluded");
    }

    @Test
    void whatIsAssignedIsAnsweredByItself() {
        two();
        given(new QuestionAssigned(
                FOLLOWER,
                PROGRAMME,
                new AssignmentId("a1"),
                HOME_AFFAIRS,
                AnsweringRole.LEAD,
                List.of(1),
                Sample.DUE,
                THEN,
                null,
                THEN));

        expectRule(grouping(FOLLOWER, LEAD), "question-assigned");
    }

    @Test
    void aGroupStaysWithinItsProgramme() {
        given(asked(LEAD, Sample.NEXT, NGA, INTERNAL), asked(FOLLOWER, NGA, INTERNAL));

        expectRule(grouping(FOLLOWER, LEAD), "lead-of-other-programme");
    }

    @Test
    void nothingIsGroupedInTheArchive() {
        given(asked(LEAD, Sample.ARCHIVED, NGA, INTERNAL), asked(FOLLOWER, Sample.ARCHIVED, NGA, INTERNAL));

        expectRule(grouping(FOLLOWER, LEAD), "programme-stage");
    }

    @Test
    void whoMayReadWhatFollowsMayReadItsLead() {
        given(asked(LEAD, NGA, RESTRICTED), asked(FOLLOWER, NGA, INTERNAL));

        expectRule(grouping(FOLLOWER, LEAD), "lead-less-readable");
    }

    @Test
    void aLeadExists() {
        given(asked(FOLLOWER, NGA, INTERNAL));

        expectRefusal(grouping(FOLLOWER, LEAD), SECRETARY).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anUnknownQuestionIsNotGrouped() {
        given(asked(LEAD, NGA, INTERNAL));

        expectRefusal(grouping(FOLLOWER, LEAD), SECRETARY).isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void aDelegateDoesNotGroup() {
        two();

        expectRefusal(grouping(FOLLOWER, LEAD), DELEGATE).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aQuestionStandsByItselfAgain() throws Exception {
        grouped();

        expect(ungrouping(), SECRETARY, UNGROUPED, RELEASED);
    }

    @Test
    void ungroupingAgainChangesNothing() throws Exception {
        grouped();
        given(UNGROUPED, RELEASED);

        expect(ungrouping(), SECRETARY);
    }

    @Test
    void afterUngroupingAnotherQuestionMayLead() throws Exception {
        grouped();
        given(UNGROUPED, RELEASED, asked(OTHER, NGA, INTERNAL));

        expect(
                grouping(FOLLOWER, OTHER),
                SECRETARY,
                new QuestionGrouped(FOLLOWER, OTHER, LATER),
                new QuestionFollowerAdded(OTHER, FOLLOWER, NGA.id(), LATER));
    }

    @Test
    void aDelegateDoesNotUngroup() {
        grouped();

        expectRefusal(ungrouping(), DELEGATE).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aLeadThatIsTakenBackLetsItsFollowersGo() throws Exception {
        grouped();

        expect(withdrawing(LEAD), SECRETARY, UNGROUPED, RELEASED, new QuestionWithdrawn(LEAD, "settled", LATER));
        assertThat(state(FOLLOWER).lead()).isNull();
        assertThat(state(FOLLOWER).status()).isEqualTo(QuestionStatus.RAISED);
    }

    @Test
    void aFollowerThatIsTakenBackLeavesItsGroup() throws Exception {
        grouped();

        expect(withdrawing(FOLLOWER), DELEGATE, UNGROUPED, RELEASED, new QuestionWithdrawn(FOLLOWER, "settled", LATER));
    }

    @Test
    void whatFollowsIsNotAssignedByItself() {
        grouped();

        expectRule(
                new AssignQuestion(
                        FOLLOWER,
                        List.of(Sample.asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)),
                        HappenedAt.filledIn(LATER)),
                "question-grouped");
    }

    @Test
    void aLeadStaysReadableForWhoeverMayReadWhatFollows() {
        grouped();

        expectRule(seenBy(LEAD, RESTRICTED), "lead-less-readable");
    }

    @Test
    void whatFollowsIsNotOpenedFurtherThanItsLead() {
        grouped();

        expectRule(seenBy(FOLLOWER, Visibility.toEverybody()), "lead-less-readable");
    }

    @Test
    void aLeadMayBeOpenedFurther() throws Exception {
        grouped();

        expect(
                seenBy(LEAD, Visibility.toEverybody()),
                SECRETARY,
                new QuestionVisibilityChanged(LEAD, Visibility.toEverybody(), "agreed", LATER));
    }

    @Test
    void aLeadTakesItsFollowersAlong() throws Exception {
        grouped();

        expect(
                carryingOver(LEAD, Sample.NEXT),
                SECRETARY,
                new QuestionCarriedOver(LEAD, PROGRAMME, Sample.NEXT, "still open", LATER),
                new QuestionCarriedOver(FOLLOWER, PROGRAMME, Sample.NEXT, "still open", LATER));
    }

    @Test
    void whatFollowsGoesWithItsLead() {
        grouped();

        expectRule(carryingOver(FOLLOWER, Sample.NEXT), "question-grouped");
    }

    private void two() {
        given(asked(LEAD, NGA, INTERNAL), asked(FOLLOWER, NGA, INTERNAL));
    }

    private void grouped() {
        two();
        given(GROUPED, ADDED);
    }

    private void expectRule(Object command, String rule) {
        expectRefusal(command, SECRETARY)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static GroupQuestion grouping(QuestionId follower, QuestionId lead) {
        return new GroupQuestion(follower, lead, HappenedAt.filledIn(LATER));
    }

    private static UngroupQuestion ungrouping() {
        return new UngroupQuestion(FOLLOWER, HappenedAt.filledIn(LATER));
    }

    private static WithdrawQuestion withdrawing(QuestionId id) {
        return new WithdrawQuestion(id, "settled", HappenedAt.filledIn(LATER));
    }

    private static ChangeVisibility seenBy(QuestionId id, Visibility visibility) {
        return new ChangeVisibility(id, visibility, "agreed", HappenedAt.filledIn(LATER));
    }

    private static CarryOverQuestion carryingOver(QuestionId id, ProgrammeId target) {
        return new CarryOverQuestion(id, target, "still open", HappenedAt.filledIn(LATER));
    }
}
