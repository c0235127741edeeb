package org.dialogue.kit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.dialogue.events.Identifier;
import org.dialogue.events.vocabulary.UnitId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    private static final Identifier ID = new UnitId("dien-lam");
    private static final Fold<String, String> JOINED = (before, event) -> before == null ? event : before + " " + event;

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Histories histories = new Histories(store);

    @AfterEach
    void shutDown() {
        store.shutDown();
    }

    @Test
    void addsUpWhatHappenedToOneAggregate() {
        store.publish(List.of(event(ID, 0, "raised"), event(ID, 1, "assigned"), event(ID, 2, "answered")));
        store.publish(event(new UnitId("mau-duc"), 0, "merged"));

        assertThat(histories.read(ID, String.class, JOINED)).hasValue(new Recorded<>("raised assigned answered", 2));
    }

    @Test
    void takesNoSnapshotForAnEvent() {
        store.publish(List.of(event(ID, 0, "raised"), event(ID, 1, "assigned")));
        store.storeSnapshot(event(ID, 1, "snapshot"));

        assertThat(histories.read(ID, String.class, JOINED)).hasValue(new Recorded<>("raised assigned", 1));
    }

    @Test
    void knowsWhenThereIsNoSuchAggregate() {
        assertThat(histories.read(ID, String.class, JOINED)).isEmpty();
    }

    private static GenericDomainEventMessage<String> event(Identifier aggregate, long sequence, String what) {
        return new GenericDomainEventMessage<>("unit", aggregate.toString(), sequence, what);
    }
}
