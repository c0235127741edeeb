package org.dialogue.dialogues.programme;

import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.programme.ProgrammeCommand.RecordFigures;
import org.dialogue.dialogues.programme.ProgrammeCommand.RegisterDelegate;
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

    private final FixtureConfiguration<Programme> fixture = Given.fixture(Programme.class);

    @Test
    void theSecretariatEntersADelegate() {
        fixture.given(ANNOUNCED)
                .when(new RegisterDelegate(ID, NGA, LATER), by(SECRETARY))
                .expectEvents(new DelegateRegistered(ID, NGA, LATER));
    }

    @Test
    void aDelegateMayBeEnteredAfterTheSession() {
        fixture.given(ANNOUNCED, OPENED, HELD)
                .when(new RegisterDelegate(ID, NGA, LATER), by(SECRETARY))
                .expectEvents(new DelegateRegistered(ID, NGA, LATER));
    }

    @Test
    void enteringADelegateAgainChangesNothing() {
        fixture.given(ANNOUNCED, new DelegateRegistered(ID, NGA, THEN), OPENED, HELD, CONCLUDED)
                .when(new RegisterDelegate(ID, NGA, LATER), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aConcludedProgrammeTakesNoDelegates() {
        fixture.given(ANNOUNCED, OPENED, HELD, CONCLUDED)
                .when(new RegisterDelegate(ID, NGA, LATER), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @Test
    void delegatesDoNotEnterThemselves() {
        fixture.given(ANNOUNCED)
                .when(new RegisterDelegate(ID, NGA, LATER), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anUnknownProgrammeTakesNoDelegates() {
        fixture.givenNoPriorActivity()
                .when(new RegisterDelegate(ID, NGA, LATER), by(SECRETARY))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSecretariatPutsFiguresOnRecord() {
        fixture.given(ANNOUNCED)
                .when(new RecordFigures(ID, List.of(BEFORE, AFTER), LATER), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(BEFORE, AFTER), LATER));
    }

    @Test
    void figuresMayBeAddedAfterTheConclusion() {
        fixture.given(ANNOUNCED, OPENED, HELD, CONCLUDED)
                .when(new RecordFigures(ID, List.of(BEFORE), LATER), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(BEFORE), LATER));
    }

    @Test
    void onlyFiguresNotYetOnRecordAreAdded() {
        fixture.given(ANNOUNCED, new BackgroundFiguresRecorded(ID, List.of(BEFORE), THEN))
                .when(new RecordFigures(ID, List.of(BEFORE, AFTER, AFTER), LATER), by(SECRETARY))
                .expectEvents(new BackgroundFiguresRecorded(ID, List.of(AFTER), LATER));
    }

    @Test
    void recordingTheSameFiguresAgainChangesNothing() {
        fixture.given(ANNOUNCED, new BackgroundFiguresRecorded(ID, List.of(BEFORE, AFTER), THEN))
                .when(new RecordFigures(ID, List.of(AFTER), LATER), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theArchiveTakesNoFigures() {
        fixture.given(ANNOUNCED, OPENED, HELD, CONCLUDED, ARCHIVED)
                .when(new RecordFigures(ID, List.of(BEFORE), LATER), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @Test
    void nobodyElseRecordsFigures() {
        fixture.given(ANNOUNCED)
                .when(new RecordFigures(ID, List.of(BEFORE), LATER), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    private static Figure figure(String label, String value) {
        return new Figure(new BilingualName(label, label), new BigDecimal(value), "units", false, null);
    }
}
