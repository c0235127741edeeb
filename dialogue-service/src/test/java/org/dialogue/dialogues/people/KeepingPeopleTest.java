package org.dialogue.dialogues.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.people.PersonCommand.ChangeOffice;
import org.dialogue.dialogues.people.PersonCommand.EraseName;
import org.dialogue.dialogues.people.PersonCommand.RegisterPerson;
import org.dialogue.dialogues.testing.FakeDirectory;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.people.PersonEvent.PersonNameErased;
import org.dialogue.events.people.PersonEvent.PersonOfficeChanged;
import org.dialogue.events.people.PersonEvent.PersonRegistered;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingPeopleTest {

    private static final PersonId ID = new PersonId("le-anh-nga");
    private static final UnitId UNIT = new UnitId("dien-lam");
    private static final UnitId OTHER_UNIT = new UnitId("dien-chau");
    private static final String NAME = "Le Anh Nga";
    private static final String OFFICE = "Party Secretary";
    private static final Instant THEN = Instant.parse("2023-08-01T01:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);
    private static final String DIGEST = new KeptName(NAME, NamesInMemory.SALT).digest();

    private final NamesInMemory names = new NamesInMemory();
    private final FixtureConfiguration<Person> fixture = Given.fixture(Person.class);

    @BeforeEach
    void handTheRegistryToTheAggregate() {
        fixture.registerInjectableResource(names).registerInjectableResource(new FakeDirectory());
    }

    @Test
    void historyGetsADigestInsteadOfTheName() {
        fixture.givenNoPriorActivity()
                .when(registering(NAME, OFFICE), by(SECRETARY))
                .expectEvents(registered());
    }

    @Test
    void enteringTheSameAgainChangesNothing() {
        names.enter(ID, NAME);
        fixture.given(registered(), moved())
                .when(registering(NAME, OFFICE), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anIdIsNotGivenToAnotherName() {
        names.enter(ID, NAME);
        fixture.given(registered())
                .when(registering("Tran Thi Nga", OFFICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void anIdIsNotGivenToAnotherOffice() {
        names.enter(ID, NAME);
        fixture.given(registered())
                .when(registering(NAME, "Chairwoman"), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void aPersonTakesAnotherOfficeUnderTheSameDigest() {
        fixture.given(registered()).when(moving(), by(SECRETARY)).expectEvents(moved());
    }

    @Test
    void takingTheOfficeOneHoldsChangesNothing() {
        fixture.given(registered(), moved())
                .when(moving(), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anUnknownPersonTakesNoOffice() {
        fixture.givenNoPriorActivity().when(moving(), by(SECRETARY)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSecretariatHasANameErased() {
        fixture.given(registered())
                .when(new EraseName(ID, "on request", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(erased());
    }

    @Test
    void erasingAnErasedNameChangesNothing() {
        fixture.given(registered(), erased())
                .when(new EraseName(ID, "on request", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anErasedNameIsNotEnteredAgain() {
        fixture.given(registered(), erased())
                .when(registering(NAME, OFFICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("name-erased"));
    }

    @Test
    void anErasedPersonTakesNoOffice() {
        fixture.given(registered(), erased())
                .when(moving(), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("name-erased"));
    }

    @Test
    void whereSomebodyWorksIsInTheDirectory() {
        UnitId nowhere = new UnitId("unknown");
        BodyId nobody = new BodyId("unknown");
        fixture.givenNoPriorActivity()
                .when(new RegisterPerson(ID, NAME, OFFICE, nowhere, null, HappenedAt.filledIn(THEN)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("unit", "unknown-reference"));
        fixture.givenNoPriorActivity()
                .when(new RegisterPerson(ID, NAME, OFFICE, UNIT, nobody, HappenedAt.filledIn(THEN)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("body", "unknown-reference"));
        assertThat(names.find(ID)).isEmpty();
        fixture.given(registered())
                .when(new ChangeOffice(ID, OFFICE, nowhere, null, HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("unit", "unknown-reference"));
        fixture.given(registered())
                .when(new ChangeOffice(ID, OFFICE, null, nobody, HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("body", "unknown-reference"));
    }

    @Test
    void nobodyElseEntersPeople() {
        fixture.givenNoPriorActivity()
                .when(registering(NAME, OFFICE), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void nobodyElseMovesPeople() {
        fixture.given(registered())
                .when(moving(), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void nobodyElseErasesNames() {
        fixture.given(registered())
                .when(new EraseName(ID, "on request", HappenedAt.filledIn(LATER)), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    private static RegisterPerson registering(String name, String office) {
        return new RegisterPerson(ID, name, office, UNIT, null, HappenedAt.filledIn(THEN));
    }

    private static ChangeOffice moving() {
        return new ChangeOffice(ID, "District Secretary", OTHER_UNIT, null, HappenedAt.filledIn(LATER));
    }

    private static PersonRegistered registered() {
        return new PersonRegistered(ID, new PersonReference(ID, OFFICE, UNIT, null, DIGEST), THEN);
    }

    private static PersonOfficeChanged moved() {
        return new PersonOfficeChanged(
                ID, new PersonReference(ID, "District Secretary", OTHER_UNIT, null, DIGEST), LATER);
    }

    private static PersonNameErased erased() {
        return new PersonNameErased(ID, "on request", LATER);
    }
}
