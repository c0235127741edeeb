package org.dialogue.dialogues.directory;

import static org.dialogue.dialogues.testing.Given.CHAIR;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.directory.AuthorityCommand.RegisterAuthority;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class KeepingAuthoritiesTest {

    private static final AuthorityId ID = new AuthorityId("central");
    private static final BilingualName NAME = new BilingualName("Trung uong", "Central Committee");
    private static final Instant THEN = Instant.parse("2023-08-01T01:00:00Z");

    private final FixtureConfiguration<HigherAuthority> fixture = Given.fixture(HigherAuthority.class);

    @Test
    void theSecretariatEntersAnAuthority() {
        fixture.givenNoPriorActivity()
                .when(new RegisterAuthority(ID, NAME, HappenedAt.filledIn(THEN)), by(SECRETARY))
                .expectEvents(new HigherAuthorityRegistered(ID, NAME, THEN));
    }

    @Test
    void enteringTheSameAgainChangesNothing() {
        fixture.given(new HigherAuthorityRegistered(ID, NAME, THEN))
                .when(new RegisterAuthority(ID, NAME, HappenedAt.filledIn(THEN.plusSeconds(1))), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anIdIsNotGivenTwice() {
        fixture.given(new HigherAuthorityRegistered(ID, NAME, THEN))
                .when(
                        new RegisterAuthority(
                                ID, new BilingualName("Chinh phu", "Government"), HappenedAt.filledIn(THEN)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void nobodyElseEntersAuthorities() {
        fixture.givenNoPriorActivity()
                .when(new RegisterAuthority(ID, NAME, HappenedAt.filledIn(THEN)), by(CHAIR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }
}
