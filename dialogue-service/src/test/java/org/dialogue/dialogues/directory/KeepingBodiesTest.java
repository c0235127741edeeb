package org.dialogue.dialogues.directory;

import static org.dialogue.dialogues.testing.Given.HEAD;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.directory.BodyCommand.AppointHead;
import org.dialogue.dialogues.directory.BodyCommand.RegisterBody;
import org.dialogue.dialogues.directory.BodyCommand.RenameBody;
import org.dialogue.dialogues.testing.FakeDirectory;
import org.dialogue.dialogues.testing.FakePeople;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRenamed;
import org.dialogue.events.directory.AnsweringBodyEvent.BodyHeadAppointed;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class KeepingBodiesTest {

    private static final BodyId ID = new BodyId("organization-committee");
    private static final BilingualName NAME = new BilingualName("Ban To chuc", "Organization Committee");
    private static final List<String> ALIASES = List.of("Organizing Committee", "Organization Board");
    private static final Instant THEN = Instant.parse("2023-08-01T01:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);
    private static final PersonReference CUONG =
            new PersonReference(new PersonId("le-duc-cuong"), "Head", null, ID, "ab");

    private final FixtureConfiguration<AnsweringBody> fixture = Given.fixture(AnsweringBody.class)
            .registerInjectableResource(new FakeDirectory())
            .registerInjectableResource(new FakePeople().with(CUONG));

    @Test
    void theSecretariatEntersABodyWithAllItsNames() {
        fixture.givenNoPriorActivity()
                .when(registering(ALIASES, THEN), by(SECRETARY))
                .expectEvents(registered());
    }

    @Test
    void enteringTheSameAgainChangesNothing() {
        fixture.given(registered(), renamed())
                .when(registering(ALIASES, LATER), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aCodeIsNotGivenTwice() {
        fixture.given(registered())
                .when(registering(List.of(), LATER), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void theSecretariatReplacesABodysNames() {
        fixture.given(registered())
                .when(
                        new RenameBody(ID, NAME, List.of("Organization Board"), "tidied", HappenedAt.filledIn(LATER)),
                        by(SECRETARY))
                .expectEvents(renamed());
    }

    @Test
    void replacingNamesByTheSameChangesNothing() {
        fixture.given(registered(), renamed())
                .when(
                        new RenameBody(ID, NAME, List.of("Organization Board"), "again", HappenedAt.filledIn(LATER)),
                        by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSecretariatAppointsAHead() {
        fixture.given(registered())
                .when(new AppointHead(ID, CUONG.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectEvents(new BodyHeadAppointed(ID, CUONG, LATER));
    }

    @Test
    void appointingTheHeadInOfficeChangesNothing() {
        fixture.given(registered(), new BodyHeadAppointed(ID, CUONG, LATER))
                .when(new AppointHead(ID, CUONG.id(), HappenedAt.filledIn(LATER.plusSeconds(9))), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aHeadIsOnRecord() {
        fixture.given(registered())
                .when(new AppointHead(ID, new PersonId("nobody"), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("person", "unknown-reference"));
    }

    @Test
    void aBodyBelongsToAUnitOfTheDirectory() {
        fixture.givenNoPriorActivity()
                .when(
                        new RegisterBody(
                                ID,
                                NAME,
                                BodyKind.DEPARTMENT,
                                ALIASES,
                                new UnitId("unknown"),
                                HappenedAt.filledIn(THEN)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("unit", "unknown-reference"));
    }

    @Test
    void anUnknownBodyGetsNoHead() {
        fixture.givenNoPriorActivity()
                .when(new AppointHead(ID, CUONG.id(), HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void aHeadDoesNotEnterBodies() {
        fixture.givenNoPriorActivity()
                .when(registering(ALIASES, THEN), by(HEAD))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void aHeadDoesNotRenameBodies() {
        fixture.given(registered())
                .when(new RenameBody(ID, NAME, List.of(), "own idea", HappenedAt.filledIn(LATER)), by(HEAD))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void aHeadDoesNotAppointHeads() {
        fixture.given(registered())
                .when(new AppointHead(ID, CUONG.id(), HappenedAt.filledIn(LATER)), by(HEAD))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    private static RegisterBody registering(List<String> aliases, Instant happenedAt) {
        return new RegisterBody(ID, NAME, BodyKind.DEPARTMENT, aliases, null, HappenedAt.filledIn(happenedAt));
    }

    private static AnsweringBodyRegistered registered() {
        return new AnsweringBodyRegistered(ID, NAME, BodyKind.DEPARTMENT, ALIASES, null, THEN);
    }

    private static AnsweringBodyRenamed renamed() {
        return new AnsweringBodyRenamed(ID, NAME, List.of("Organization Board"), "tidied", LATER);
    }
}
