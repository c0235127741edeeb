package org.dialogue.ledger.spring;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Meters of the ledger, where an application has a registry for them. */
@AutoConfiguration(after = CheckpointAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(EventLedger.class)
public class LedgerMetersAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LedgerMeters ledgerMeters(
            EventLedger ledger,
            CheckpointCollection checkpoints,
            ObjectProvider<CheckpointIssuer> issuer,
            ObjectProvider<Clock> clock) {
        return new LedgerMeters(ledger, checkpoints, issuer.getIfUnique(), clock.getIfUnique(Clock::systemUTC));
    }
}
