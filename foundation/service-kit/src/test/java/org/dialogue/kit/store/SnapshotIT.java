package org.dialogue.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.sample.PaperCommand.AmendPaper;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(classes = SampleService.class)
class SnapshotIT {

    private static final Actor SECRETARIAT = TestActors.secretariat();
    private static final Instant AT = Instant.parse("2023-07-12T01:30:00Z");

    @Autowired
    CommandDispatch commands;

    @Autowired
    EventStore events;

    @Autowired
    MongoDatabase database;

    @Test
    void anAggregateWithALongHistoryGoesOnFromItsSnapshot() {
        QuestionId id = new QuestionId("much-amended");
        commands.sendAs(SECRETARIAT, new FilePaper(id, "reason 0", AT));
        for (int i = 1; i <= 101; i++) {
            commands.sendAs(SECRETARIAT, new AmendPaper(id, "reason " + i, AT));
        }

        await().until(() -> database.getCollection("snapshots").countDocuments() == 1);
        assertThat(events.readEvents(id.toString()).next().getSequenceNumber()).isGreaterThanOrEqualTo(99);
        assertThat(commands.sendAs(SECRETARIAT, new AmendPaper(id, "the last", AT))
                        .version())
                .isEqualTo(102);
    }
}
