package org.dialogue.ledger.spring;

import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health component {@code ledgerCheckpoints}, where an application has health and something signs. */
@AutoConfiguration(after = CheckpointAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(CheckpointIssuer.class)
public class CheckpointHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "ledgerCheckpointsHealthIndicator")
    HealthIndicator ledgerCheckpointsHealthIndicator(
            CheckpointIssuer issuer, CheckpointCollection checkpoints, LedgerProperties properties) {
        return new CheckpointHealth(issuer, checkpoints, properties.origin());
    }
}
