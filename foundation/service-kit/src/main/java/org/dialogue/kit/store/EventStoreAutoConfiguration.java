package org.dialogue.kit.store;

import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What the house adds to Axon's event store, which the ledger configures itself. */
@AutoConfiguration(before = AxonAutoConfiguration.class, after = StoreAutoConfiguration.class)
class EventStoreAutoConfiguration {

    /** One insert is one commit, so there is nothing to span a transaction over. */
    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.instance();
    }

    /** The same for what is read from the ledger and what is received. */
    @Bean
    EventUpcasterChain upcasterChain(List<EventUpcaster> upcasters) {
        return new EventUpcasterChain(upcasters);
    }
}
