package org.dialogue.kit.history;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What reads aggregates from the ledger. */
@AutoConfiguration
class HistoryAutoConfiguration {

    @Bean
    Histories histories(EventStore events) {
        return new Histories(events);
    }
}
