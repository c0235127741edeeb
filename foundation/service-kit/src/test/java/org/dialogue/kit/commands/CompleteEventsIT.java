package org.dialogue.kit.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever an aggregate forgets to ask for, history holds no event that nobody could read. */
@ServiceTest(classes = SampleService.class)
class CompleteEventsIT {

    private static final Actor CLERK = TestActors.secretariat();

    @Autowired
    CommandDispatch commands;

    @Autowired
    EventLedger ledger;

    @Test
    @SuppressWarnings("NullAway") // that is what an aggregate may forget
    void anEventThatLacksSomethingDoesNotEnterHistory() {
        QuestionId id = new QuestionId(UUID.randomUUID().toString());
        long before = ledger.head();

        assertThatThrownBy(() -> commands.sendAs(CLERK, new FilePaper(id, null, Instant.EPOCH)))
                .hasStackTraceContaining("a QuestionWithdrawn without its reason");
        assertThat(ledger.head()).isEqualTo(before);

        commands.sendAs(CLERK, new FilePaper(id, "said", Instant.EPOCH));
        assertThat(ledger.head()).isEqualTo(before + 1);
    }
}
