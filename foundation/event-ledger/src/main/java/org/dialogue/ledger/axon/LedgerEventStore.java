package org.dialogue.ledger.axon;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.dialogue.ledger.EventLedger;

/**
 * Axon's embedded event store, whose readers wake at once when any process has appended to the ledger. By itself it wakes
 * for appends through its own instance only, and finds all others after its fetch delay.
 */
public final class LedgerEventStore extends EmbeddedEventStore {

    private final EventLedger.Subscription news;

    /**
     * Makes the store.
     *
     * @param settings as for any embedded store; its engine stores in the ledger
     * @param ledger whose appends wake the readers
     */
    public LedgerEventStore(EmbeddedEventStore.Builder settings, EventLedger ledger) {
        super(settings);
        this.news = ledger.onAppend(() -> afterCommit(List.of()));
    }

    @Override
    public void shutDown() {
        news.close();
        super.shutDown();
    }
}
