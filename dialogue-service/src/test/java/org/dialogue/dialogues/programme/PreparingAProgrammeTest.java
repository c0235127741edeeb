package org.dialogue.dialogues.programme;

import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.programme.OpenMatters.OpenMatter;
import org.dialogue.dialogues.programme.ProgrammeCommand.RecordFigures;
import org.dialogue.dialogues.programme.ProgrammeCommand.RegisterDelegate;
import org.dialogue.dialogues.testing.FakeDirectory;
import org.dialogue.dialogues.testing.FakePeople;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.programme.Figure;
import org.dialogue.events.programme.ProgrammeEvent.BackgroundFiguresRecorded;
import org.dialogue.events.programme.ProgrammeEvent.DelegateRegistered;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeConcluded;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeOpened;
import org.dialogue.events.programme.ProgrammeEvent.SessionHeld;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class PreparingAProgrammeTest {

    private static final ProgrammeId ID = new ProgrammeId("2023");
    private static final Instant THEN = Instant.parse("2023-08-01T01:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);
    private static final PersonReference NGA =
            new PersonReference(new PersonId("le-anh-nga"), "Party Secretary", new UnitId("dien-lam"), null, "ab");
    private static final Figure BEFORE = figure("units before", "480");
    private static final Figure AFTER = figure("units after", "460");
    private static final ProgrammeAnnounced ANNOUNCED = new ProgrammeAnnounced(
            ID, 2023, new BilingualName("Doi thoai", "Dialogue"), new BodyId("standing-committee"), null, null, THEN);
    private static final ProgrammeOpened OPENED = new ProgrammeOpened(ID, THEN);
    private static final SessionHeld HELD = new SessionHeld(ID, null, null, THEN);
    private static final ProgrammeConcluded CONCLUDED = new ProgrammeConcluded(ID, "done", THEN);
    private static final ProgrammeArchived ARCHIVED = new ProgrammeArchived(ID, THEN);

    private List<OpenMatter> open = List.of();
    private final FakePeople people = new FakePeople().with(NGA);

    private final FixtureConfiguration<Programme> fixture = Given.fixture(Programme.class)
            .registerInjectableResource(new FakeDirectory())
            .registerInjectableResource(people)
            .registerInjectableResource(new HostCalendar(ZoneId.of("Asia/Ho_Chi_Minh")))
            .registerInjectableResource((OpenMatters) programme -> open);

    @Test
    void theSecretariatEntersADelegate() {
        fixture.given(ANNOUNCED)
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new DelegateRegistered(ID, NGA, LATER));
    }

    @Test
    void aDelegateMayBeEnteredAfterTheSession() {
        fixture.given(ANNOUNCED, OPENED, HELD)
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new DelegateRegistered(ID, NGA, LATER));
    }

    @Test
    void enteringADelegateAgainChangesNothing() {
        fixture.given(ANNOUNCED, new DelegateRegistered(ID, NGA, THEN), OPENED, HELD, CONCLUDED)
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aConcludedProgrammeTakesNoDelegates() {
        fixture.given(ANNOUNCED, OPENED, HELD, CONCLUDED)
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @Test
    void delegatesDoNotEnterThemselves() {
        fixture.given(ANNOUNCED)
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.filledIn(LATER)), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anUnknownProgrammeTakesNoDelegates() {
        fixture.givenNoPriorActivity()
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSecretariatPutsFiguresOnRecord() {
        fixture.given(ANNOUNCED)
                .when(new RecordFigures(ID, List.of(BEFORE, AFTER), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(BEFORE, AFTER), LATER));
    }

    @Test
    void figuresMayBeAddedAfterTheConclusion() {
        fixture.given(ANNOUNCED, OPENED, HELD, CONCLUDED)
                .when(new RecordFigures(ID, List.of(BEFORE), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(BEFORE), LATER));
    }

    @Test
    void onlyFiguresNotYetOnRecordAreAdded() {
        fixture.given(ANNOUNCED, new BackgroundFiguresRecorded(ID, List.of(BEFORE), THEN))
                .when(new RecordFigures(ID, List.of(BEFORE, AFTER, AFTER), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(AFTER), LATER));
    }

    @Test
    void recordingTheSameFiguresAgainChangesNothing() {
        fixture.given(ANNOUNCED, new BackgroundFiguresRecorded(ID, List.of(BEFORE, AFTER), THEN))
                .when(new RecordFigures(ID, List.of(AFTER), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theArchiveTakesNoFigures() {
        fixture.given(ANNOUNCED, OPENED, HELD, CONCLUDED, ARCHIVED)
                .when(new RecordFigures(ID, List.of(BEFORE), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @Test
    void nobodyElseRecordsFigures() {
        fixture.given(ANNOUNCED)
                .when(new RecordFigures(ID, List.of(BEFORE), HappenedAt.filledIn(LATER)), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void aDelegateInAnotherOfficeIsEnteredAnew() {
        PersonReference promoted =
                new PersonReference(NGA.id(), "Chair of the People's Committee", new UnitId("dien-lam"), null, "ab");

        people.with(promoted);

        fixture.given(ANNOUNCED, new DelegateRegistered(ID, NGA, THEN))
                .when(new RegisterDelegate(ID, promoted.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new DelegateRegistered(ID, promoted, LATER));
    }

    @Test
    void aDelegateIsNotEnteredTwice() {
        fixture.given(ANNOUNCED, new DelegateRegistered(ID, NGA, THEN))
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.given(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("delegate-registered"));
    }

    @Test
    void aDelegateSpeaksForACommune() {
        PersonReference governor =
                new PersonReference(new PersonId("governor"), "Governor", new UnitId("nghe-an"), null, "ab");

        people.with(governor);

        fixture.given(ANNOUNCED)
                .when(new RegisterDelegate(ID, governor.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("person", "commune-level"));
    }

    @Test
    void aDelegateIsOnRecord() {
        fixture.given(ANNOUNCED)
                .when(new RegisterDelegate(ID, new PersonId("nobody"), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("person", "unknown-reference"));
    }

    @Test
    void nobodyIsADelegateBeforeTheProgrammeIsKnown() {
        fixture.given(ANNOUNCED)
                .when(new RegisterDelegate(ID, NGA.id(), HappenedAt.given(THEN.minusSeconds(1))), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("happenedAt", "not-before-predecessor"));
    }

    @Test
    void aFigureThatComesBackIsTold() {
        Figure corrected = figure("units before", "481");

        fixture.given(
                        ANNOUNCED,
                        new BackgroundFiguresRecorded(ID, List.of(BEFORE), THEN),
                        new BackgroundFiguresRecorded(ID, List.of(corrected), THEN))
                .when(new RecordFigures(ID, List.of(BEFORE), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(BEFORE), LATER));
    }

    @Test
    void theSameFiguresAtAnotherMomentAreANewFact() {
        fixture.given(ANNOUNCED, new BackgroundFiguresRecorded(ID, List.of(BEFORE), THEN))
                .when(new RecordFigures(ID, List.of(BEFORE), HappenedAt.given(LATER)), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(BEFORE), LATER));
    }

    private static Figure figure(String label, String value) {
        return new Figure(new BilingualName(label, label), new BigDecimal(value), "units", false, null);
    }
}
