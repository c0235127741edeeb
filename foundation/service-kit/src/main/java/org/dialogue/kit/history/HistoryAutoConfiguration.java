package org.dialogue.kit.history;

import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.ledger.EventLedger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What reads aggregates from the ledger. */
@AutoConfiguration
class HistoryAutoConfiguration {

    @Bean
    LedgerTail ledgerTail(EventLedger ledger) {
        return new LedgerTail(ledger);
    }

    @Bean
    AggregateReaders aggregateReaders(EventLedger ledger, LedgerEventReader events, LedgerTail ledgerTail) {
        return new AggregateReaders(ledger, events, ledgerTail);
    }
}
