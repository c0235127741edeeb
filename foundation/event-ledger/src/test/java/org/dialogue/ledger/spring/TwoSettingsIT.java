package org.dialogue.ledger.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.axon.LedgerEventStorageEngine;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.junit.jupiter.api.Test;

/** An application with Axon on MongoDB needs one setting more than it has. */
class TwoSettingsIT {

    @Test
    void aggregatesAndViewsLiveOnTheLedger() {
        try (ThingServer server = ThingServer.start("--spring.application.name=things")) {
            server.record(2);

            assertThat(server.again()).isEqualTo(2);
            assertThat(server.bean(EventStorageEngine.class)).isInstanceOf(LedgerEventStorageEngine.class);
            assertThat(server.bean(EventStore.class).readEvents("t1").asStream())
                    .hasSize(3);
            await().atMost(Patience.LONGEST)
                    .untilAsserted(() -> assertThat(server.bean(ThingApplication.ThingsBegun.class)
                                    .ids())
                            .containsExactly("t1"));

            List<RecordedEvent> recorded = server.bean(EventLedger.class).readAfter(0, 10);
            assertThat(recorded)
                    .hasSize(3)
                    .allSatisfy(
                            event -> assertThat(event.event().aggregateType()).isEqualTo("Thing"));
            assertThat(server.database().getCollection("events").find().first())
                    .hasEntrySatisfying(
                            "writer", writer -> assertThat(writer).asString().startsWith("things-"));
        }
    }

    @Test
    void whatOneInstanceRecordsTheOtherDecidesOn() {
        try (ThingServer one = ThingServer.start();
                ThingServer other = one.another()) {
            one.record(2);

            assertThat(other.again()).isEqualTo(2);
            assertThat(one.again()).isEqualTo(3);
            assertThat(other.again()).isEqualTo(4);
        }
    }

    @Test
    void withoutAKeyHistoryIsHashedAndNotSigned() {
        try (ThingServer server = ThingServer.start()) {
            server.record(1);

            assertThat(server.has(CheckpointIssuer.class)).isFalse();
            assertThat(server.get("/ledger/checkpoints/latest").statusCode()).isEqualTo(404);
            assertThat(server.get("/ledger/tree").statusCode()).isEqualTo(200);
            assertThat(server.get("/ledger/keys").body()).isEmpty();
            assertThat(server.get("/ledger/export").statusCode()).isEqualTo(404);
        }
    }
}
