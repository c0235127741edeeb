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
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.RegulationReference;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

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

    private static RaiseQuestion raisingIn(ProgrammeId programme, Visibility visibility, Instant at) {
        return raisingWith(raised().references(), programme, visibility, HappenedAt.filledIn(at));
    }

    private static RaiseQuestion raisingWith(
            List<RegulationReference> references, ProgrammeId programme, Visibility visibility, HappenedAt at) {
        return new RaiseQuestion(
                Sample.ID,
                programme,
                Direction.TO_LEADERSHIP,
                NGA,
                DIEN_LAM,
                "What becomes of part-time workers?",
                raised().parts(),
                raised().topics(),
                references,
                raised().source(),
                List.of(),
                visibility,
                at);
    }
}
