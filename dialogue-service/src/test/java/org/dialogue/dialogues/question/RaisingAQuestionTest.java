package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.DIEN_LAM;
import static org.dialogue.dialogues.question.Sample.INTERNAL;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.NGA;
import static org.dialogue.dialogues.question.Sample.QUY;
import static org.dialogue.dialogues.question.Sample.THEN;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.raising;
import static org.dialogue.dialogues.testing.Given.AUDITOR;
import static org.dialogue.dialogues.testing.Given.CHAIR;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.FOREIGN_DELEGATE;
import static org.dialogue.dialogues.testing.Given.OFFICER;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.dialogue.dialogues.programme.Stage;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.dialogues.testing.FakePeople;
import org.dialogue.dialogues.testing.FakeProgrammes;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.RegulationReference;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaisingAQuestionTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void aDelegateAsksForTheOwnUnit() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(DELEGATE))
                .expectEvents(raised());
    }

    @Test
    void theSecretariatRecordsADelegatesQuestion() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(SECRETARY))
                .expectEvents(raised());
    }

    @Test
    void theChairAsksACommune() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_COMMUNE, QUY, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(CHAIR))
                .expectEvents(raised(Direction.TO_COMMUNE, QUY, INTERNAL));
    }

    @Test
    void theSecretariatRecordsWhatTheLeadershipAsks() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_COMMUNE, QUY, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(SECRETARY))
                .expectEvents(raised(Direction.TO_COMMUNE, QUY, INTERNAL));
    }

    @Test
    void raisingTheSameAgainChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(
                        raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "What becomes of part-time workers?", LATER),
                        by(DELEGATE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anIdIsNotGivenToTwoQuestions() {
        fixture.given(raised())
                .when(raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "Something else?", THEN), by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void aDelegateDoesNotAskForAForeignUnit() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(
                                Direction.TO_LEADERSHIP,
                                NGA,
                                new UnitId("mau-duc"),
                                "What becomes of part-time workers?",
                                THEN),
                        by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void aDelegateDoesNotAskInAnothersName() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(FOREIGN_DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void aDelegateOfTheSameUnitDoesNotAskInAnothersName() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(new Actor("deputy", "deputy", null, "dien-lam", null, Set.of(Role.DELEGATE), null)))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void aDelegateDoesNotAskACommune() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_COMMUNE, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void theChairDoesNotAskTheLeadership() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_LEADERSHIP, QUY, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(CHAIR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void theChairDoesNotAskInAnothersName() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_COMMUNE, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(CHAIR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void theAskerHoldsOfficeInTheUnit() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(
                                Direction.TO_LEADERSHIP,
                                NGA,
                                new UnitId("mau-duc"),
                                "What becomes of part-time workers?",
                                THEN),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("unit", "unit-of-asker"));
    }

    @Test
    void anOfficerAsksNothing() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(OFFICER))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anAuditorAsksNothing() {
        fixture.givenNoPriorActivity()
                .when(
                        raising(Direction.TO_LEADERSHIP, NGA, DIEN_LAM, "What becomes of part-time workers?", THEN),
                        by(AUDITOR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void onlyDelegatesOfTheProgrammeAsk() {
        fixture.givenNoPriorActivity()
                .when(raisingIn(Sample.NEXT, INTERNAL, THEN), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void theSecretariatRecordsForDelegatesOfTheProgramme() {
        fixture.givenNoPriorActivity()
                .when(raisingIn(Sample.NEXT, INTERNAL, THEN), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("asker", "delegate-of-programme"));
    }

    @Test
    void theArchiveTakesNoQuestions() {
        fixture.givenNoPriorActivity()
                .when(raisingIn(Sample.ARCHIVED, INTERNAL, THEN), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @ParameterizedTest
    @EnumSource
    void questionsAreRaisedFromTheOpeningToTheConclusion(Stage stage) {
        FakeProgrammes programmes = new FakeProgrammes().with(Sample.PROGRAMME, stage, NGA);
        ResultValidator<Question> result = Sample.fixture(Sample.PEOPLE, programmes)
                .givenNoPriorActivity()
                .when(raisingIn(Sample.PROGRAMME, INTERNAL, THEN), by(DELEGATE));
        switch (stage) {
            case OPEN, SESSION_HELD -> result.expectEvents(raised());
            case ANNOUNCED, CONCLUDED, ARCHIVED ->
                result.expectNoEvents().expectException(violationOf("programme-stage"));
        }
    }

    @Test
    void theProgrammeExists() {
        fixture.givenNoPriorActivity()
                .when(raisingIn(new ProgrammeId("2525"), INTERNAL, THEN), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("programmeId", "unknown-reference"));
    }

    @Test
    void onlyTheSecretariatAsksInPublic() {
        fixture.givenNoPriorActivity()
                .when(raisingIn(Sample.PROGRAMME, Visibility.toEverybody(), THEN), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
        fixture.givenNoPriorActivity()
                .when(raisingIn(Sample.PROGRAMME, Visibility.toEverybody(), THEN), by(SECRETARY))
                .expectEvents(raised(Visibility.toEverybody()));
    }

    @Test
    void aRegulationIsIssuedBeforeItIsReferredTo() {
        RegulationReference later =
                new RegulationReference("33", "Commune-level cadres", "Government", LocalDate.of(2023, 8, 18));

        fixture.givenNoPriorActivity()
                .when(raisingWith(List.of(later), Sample.PROGRAMME, INTERNAL, HappenedAt.filledIn(THEN)), by(DELEGATE))
                .expectNoEvents()
                .expectException(invalid("references[0].issuedOn", "implausible-day"));
    }

    @Test
    void raisingAgainAtAnotherMomentIsAnotherQuestion() {
        fixture.given(raised())
                .when(
                        raisingWith(raised().references(), Sample.PROGRAMME, INTERNAL, HappenedAt.given(LATER)),
                        by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void aQuestionIsKnownAgainWhenItsAskerHoldsAnotherOffice() {
        PersonReference promoted =
                new PersonReference(NGA.id(), "Chair of the People's Committee", DIEN_LAM, null, "ab");

        Sample.fixture(new FakePeople().with(promoted))
                .given(raised())
                .when(raisingIn(Sample.PROGRAMME, INTERNAL, LATER), by(DELEGATE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aQuestionIsKnownAgainWhenItsProgrammeTakesNoMore() {
        QuestionRaised before = GroupScenario.asked(Sample.ID, Sample.ARCHIVED, NGA, INTERNAL);
        RaiseQuestion again = new RaiseQuestion(
                Sample.ID,
                Sample.ARCHIVED,
                before.direction(),
                NGA.id(),
                before.unit(),
                before.text(),
                before.parts(),
                List.of(),
                List.of(),
                null,
                List.of(),
                INTERNAL,
                HappenedAt.filledIn(LATER));

        fixture.given(before)
                .when(again, by(DELEGATE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anAskerIsOnRecord() {
        Sample.fixture(new FakePeople())
                .givenNoPriorActivity()
                .when(raisingIn(Sample.PROGRAMME, INTERNAL, THEN), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("asker", "unknown-reference"));
    }

    @Test
    void partsAreNumberedInOrder() {
        fixture.givenNoPriorActivity()
                .when(raisingParts(raised().parts().get(1)), by(DELEGATE))
                .expectNoEvents()
                .expectException(invalid("parts[0].number", "in-order"));
    }

    @Test
    void attachmentsAreToldApart() {
        Attachment file = new Attachment("a1", "list.pdf", "application/pdf", 1, "0".repeat(64));

        fixture.givenNoPriorActivity()
                .when(raisingWith(raised().parts(), List.of(file, file)), by(DELEGATE))
                .expectNoEvents()
                .expectException(invalid("attachments[1].id", "unique"));
    }

    /** Whoever could not ask this under a free id does not learn that the id is taken. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thatAnIdIsTakenIsToldLast(boolean taken) {
        asking(taken, raisingParts(raised().parts().get(1)), DELEGATE)
                .expectException(invalid("parts[0].number", "in-order"));
        asking(taken, raisingIn(new ProgrammeId("2525"), INTERNAL, THEN), DELEGATE)
                .expectException(invalid("programmeId", "unknown-reference"));
        asking(taken, raisingIn(Sample.ARCHIVED, INTERNAL, THEN), DELEGATE)
                .expectException(violationOf("programme-stage"));
        asking(taken, raisingIn(Sample.NEXT, INTERNAL, THEN), SECRETARY)
                .expectException(invalid("asker", "delegate-of-programme"));
        asking(taken, raisingIn(Sample.NEXT, INTERNAL, THEN), DELEGATE).expectException(NotPermitted.class);
        asking(taken, raisingIn(Sample.PROGRAMME, INTERNAL, THEN), FOREIGN_DELEGATE)
                .expectException(NotPermitted.class);
        asking(taken, raisingIn(Sample.PROGRAMME, Visibility.toEverybody(), THEN), DELEGATE)
                .expectException(NotPermitted.class);
    }

    private static ResultValidator<Question> asking(boolean taken, RaiseQuestion command, Actor actor) {
        QuestionRaised hidden = raised(Direction.TO_COMMUNE, QUY, Sample.RESTRICTED);
        TestExecutor<Question> given =
                taken ? Sample.fixture().given(hidden) : Sample.fixture().givenNoPriorActivity();
        return given.when(command, by(actor)).expectNoEvents();
    }

    private static RaiseQuestion raisingIn(ProgrammeId programme, Visibility visibility, Instant at) {
        return raisingWith(raised().references(), programme, visibility, HappenedAt.filledIn(at));
    }

    private static RaiseQuestion raisingParts(QuestionPart... parts) {
        return raisingWith(List.of(parts), List.of());
    }

    private static RaiseQuestion raisingWith(List<QuestionPart> parts, List<Attachment> attachments) {
        return raisingWith(
                parts, raised().references(), attachments, Sample.PROGRAMME, INTERNAL, HappenedAt.filledIn(THEN));
    }

    private static RaiseQuestion raisingWith(
            List<RegulationReference> references, ProgrammeId programme, Visibility visibility, HappenedAt at) {
        return raisingWith(raised().parts(), references, List.of(), programme, visibility, at);
    }

    private static RaiseQuestion raisingWith(
            List<QuestionPart> parts,
            List<RegulationReference> references,
            List<Attachment> attachments,
            ProgrammeId programme,
            Visibility visibility,
            HappenedAt at) {
        return new RaiseQuestion(
                Sample.ID,
                programme,
                Direction.TO_LEADERSHIP,
                NGA.id(),
                DIEN_LAM,
                "What becomes of part-time workers?",
                parts,
                raised().topics(),
                references,
                raised().source(),
                attachments,
                visibility,
                at);
    }
}
