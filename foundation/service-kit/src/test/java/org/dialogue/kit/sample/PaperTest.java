package org.dialogue.kit.sample;

import static org.dialogue.kit.testing.Fixtures.by;

import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.sample.PaperCommand.AmendPaper;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.dialogue.kit.sample.PaperCommand.ShredPaper;
import org.dialogue.kit.testing.Fixtures;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.Test;

/** That fixtures know actors and guard commands as a service does. */
class PaperTest {

    private static final QuestionId ID = new QuestionId("q1");
    private static final Instant AT = Instant.parse("2023-07-12T01:30:00Z");

    private final FixtureConfiguration<Paper> fixture = Fixtures.of(Paper.class);

    @Test
    void canBeFiled() {
        fixture.givenNoPriorActivity()
                .when(new FilePaper(ID, "first", AT), by(TestActors.secretariat()))
                .expectEvents(new QuestionWithdrawn(ID, "first", AT));
    }

    @Test
    void cannotBeFiledByAnAuditor() {
        fixture.givenNoPriorActivity()
                .when(new FilePaper(ID, "first", AT), by(TestActors.auditor()))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void cannotBeShreddedByAnybody() {
        fixture.given(new QuestionWithdrawn(ID, "first", AT))
                .when(new ShredPaper(ID), by(TestActors.secretariat()))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void cannotBeAmendedToWhatItSays() {
        fixture.given(new QuestionWithdrawn(ID, "first", AT))
                .when(new AmendPaper(ID, "first", AT), by(TestActors.secretariat()))
                .expectNoEvents()
                .expectException(RuleViolation.class);
    }

    @Test
    void knowsItsActor() {
        fixture.given(new QuestionWithdrawn(ID, "first", AT))
                .when(new AmendPaper(ID, "forbidden", AT), by(TestActors.secretariat()))
                .expectException(NotPermitted.class)
                .expectExceptionMessage("not this reason, secretariat");
    }
}
