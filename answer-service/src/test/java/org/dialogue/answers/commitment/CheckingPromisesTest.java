package org.dialogue.answers.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dialogue.events.commitment.EvidenceLink;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingPromisesTest {

    private static final LocalDate TODAY = LocalDate.parse("2023-07-14");

    @Test
    void aPromiseMayBeDueOnTheDayItIsMade() {
        accepted(findings -> PromiseValidator.checkDue(Due.by(TODAY), "due", TODAY, findings));
    }

    @Test
    void aPromiseMayHaveNoDate() {
        accepted(findings -> PromiseValidator.checkDue(Due.noneSet(), "due", TODAY, findings));
    }

    @Test
    void aPromiseIsNotDueBeforeItIsMade() {
        refused(
                "due.date",
                "not-before-promise",
                findings -> PromiseValidator.checkDue(Due.by(TODAY.minusDays(1)), "due", TODAY, findings));
    }

    @Test
    void aPromiseIsDueWithinFiftyYears() {
        accepted(findings -> PromiseValidator.checkDue(Due.by(TODAY.plusYears(50)), "due", TODAY, findings));
        refused(
                "due.date",
                "too-far-ahead",
                findings -> PromiseValidator.checkDue(Due.by(TODAY.plusYears(50).plusDays(1)), "due", TODAY, findings));
    }

    @Test
    void aMeasureDoesNotStandAtLessThanNothing() {
        refused(
                "measure.current",
                "not-negative",
                findings -> PromiseValidator.checkMeasure(
                        new Measure("cadres", BigDecimal.TEN, BigDecimal.ZERO, new BigDecimal(-5)), findings));
    }

    @Test
    void aTargetDiffersFromItsBaselineHoweverItIsWritten() {
        refused(
                "measure.target",
                "target-differs",
                findings -> PromiseValidator.checkMeasure(measure("127", "127.0"), findings));
    }

    @Test
    void aMeasureMayGoUpOrDown() {
        accepted(findings -> PromiseValidator.checkMeasure(measure("127", "0"), findings));
        accepted(findings -> PromiseValidator.checkMeasure(measure("0", "127"), findings));
    }

    @Test
    void milestonesAreToldApart() {
        refused(
                "milestones[1].id",
                "milestone-twice",
                findings -> PromiseValidator.checkMilestones(
                        List.of(milestone("m", Due.noneSet()), milestone("m", Due.noneSet())),
                        Due.noneSet(),
                        TODAY,
                        findings));
    }

    @Test
    void aMilestoneIsNotDueAfterTheWhole() {
        refused(
                "milestones[0].due.date",
                "not-after-whole",
                findings -> PromiseValidator.checkMilestones(
                        List.of(milestone("m", Due.by(TODAY.plusDays(9)))),
                        Due.by(TODAY.plusDays(8)),
                        TODAY,
                        findings));
    }

    @Test
    void aMilestoneIsNotDueBeforeThePromise() {
        refused(
                "milestones[0].due.date",
                "not-before-promise",
                findings -> PromiseValidator.checkMilestones(
                        List.of(milestone("m", Due.by(TODAY.minusDays(1)))), Due.noneSet(), TODAY, findings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/report?id=1", "http://nghean.example/tin"})
    void evidenceIsAnAddressOnTheWeb(String url) {
        accepted(findings -> PromiseValidator.checkEvidence(List.of(new EvidenceLink("x", url)), findings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report",
                "example.org/report",
                "ftp://example.org/report",
                "javascript:alert(1)",
                "https:report",
                "https://",
                "https://exa mple.org"
            })
    void anythingElseIsNoEvidence(String url) {
        refused(
                "evidence[1].url",
                "http-url",
                findings -> PromiseValidator.checkEvidence(
                        List.of(new EvidenceLink("x", "https://example.org"), new EvidenceLink("y", url)), findings));
    }

    private static void accepted(Consumer<Findings> check) {
        Findings findings = new Findings();
        check.accept(findings);
        assertThatCode(findings::refuseIfAny).doesNotThrowAnyException();
    }

    private static void refused(String field, String rule, Consumer<Findings> check) {
        Findings findings = new Findings();
        check.accept(findings);
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, findings::refuseIfAny);
        assertThat(refusal.violations())
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple(field, rule));
    }

    private static Measure measure(String baseline, String target) {
        return new Measure("cadres", new BigDecimal(baseline), new BigDecimal(target), new BigDecimal(baseline));
    }

    private static Milestone milestone(String id, Due due) {
        return new Milestone(id, "A step", due);
    }
}
