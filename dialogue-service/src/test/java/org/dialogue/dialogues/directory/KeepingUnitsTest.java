package org.dialogue.dialogues.directory;

import static org.dialogue.dialogues.testing.Given.AUDITOR;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.directory.UnitCommand.RegisterUnit;
import org.dialogue.dialogues.directory.UnitCommand.RenameUnit;
import org.dialogue.dialogues.testing.FakeDirectory;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class KeepingUnitsTest {

    private static final UnitId ID = new UnitId("dien-lam");
    private static final UnitId PARENT = new UnitId("dien-chau");
    private static final BilingualName NAME = new BilingualName("Dien Lam", "Dien Lam commune");
    private static final BilingualName OTHER_NAME = new BilingualName("Dien Lam moi", "New Dien Lam commune");
    private static final Instant THEN = Instant.parse("2023-08-01T01:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);

    private final FixtureConfiguration<AdministrativeUnit> fixture =
            Given.fixture(AdministrativeUnit.class).registerInjectableResource(new FakeDirectory());

    @Test
    void theSecretariatEntersAUnit() {
        fixture.givenNoPriorActivity()
                .when(registering(NAME, THEN), by(SECRETARY))
                .expectEvents(registered());
    }

    @Test
    void enteringTheSameAgainChangesNothing() {
        fixture.given(registered())
                .when(registering(NAME, LATER), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void enteringTheSameAgainChangesNothingEvenAfterARenaming() {
        fixture.given(registered(), renamed())
                .when(registering(NAME, LATER), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aParentIsInTheDirectory() {
        fixture.givenNoPriorActivity()
                .when(
                        new RegisterUnit(ID, NAME, UnitKind.COMMUNE, new UnitId("unknown"), HappenedAt.filledIn(THEN)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("parent", "unknown-reference"));
    }

    @Test
    void anIdIsNotGivenTwice() {
        fixture.given(registered())
                .when(registering(OTHER_NAME, LATER), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void theSecretariatRenamesAUnit() {
        fixture.given(registered())
                .when(new RenameUnit(ID, OTHER_NAME, "merged", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(renamed());
    }

    @Test
    void renamingToTheNameItHasChangesNothing() {
        fixture.given(registered(), renamed())
                .when(new RenameUnit(ID, OTHER_NAME, "merged", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aFormerNameCanComeBack() {
        fixture.given(registered(), renamed())
                .when(new RenameUnit(ID, NAME, "undone", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new AdministrativeUnitRenamed(ID, NAME, "undone", LATER));
    }

    @Test
    void anUnknownUnitIsNotRenamed() {
        fixture.givenNoPriorActivity()
                .when(new RenameUnit(ID, OTHER_NAME, "merged", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void nobodyElseEntersUnits() {
        fixture.givenNoPriorActivity()
                .when(registering(NAME, THEN), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void nobodyElseRenamesUnits() {
        fixture.given(registered())
                .when(new RenameUnit(ID, OTHER_NAME, "merged", HappenedAt.filledIn(LATER)), by(AUDITOR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    private static RegisterUnit registering(BilingualName name, Instant happenedAt) {
        return new RegisterUnit(ID, name, UnitKind.COMMUNE, PARENT, HappenedAt.filledIn(happenedAt));
    }

    private static AdministrativeUnitRegistered registered() {
        return new AdministrativeUnitRegistered(ID, NAME, UnitKind.COMMUNE, PARENT, THEN);
    }

    private static AdministrativeUnitRenamed renamed() {
        return new AdministrativeUnitRenamed(ID, OTHER_NAME, "merged", LATER);
    }
}
