package org.dialogue.ledger.web;

import java.time.Clock;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.export.LedgerExport;
import org.dialogue.ledger.spring.CheckpointAutoConfiguration;
import org.dialogue.ledger.spring.LedgerProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/** Serves the ledger under {@code ledger.web.path}, unless {@code ledger.web.enabled=false}. */
@AutoConfiguration(after = CheckpointAutoConfiguration.class)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(EventLedger.class)
@ConditionalOnProperty(name = "ledger.web.enabled", matchIfMissing = true)
public class LedgerWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CheckpointController ledgerCheckpoints(
            CheckpointCollection checkpoints,
            @Qualifier(CheckpointAutoConfiguration.SIGNING_KEY) ObjectProvider<SigningKey> key) {
        SigningKey present = key.getIfAvailable();
        return new CheckpointController(checkpoints, present == null ? null : present.verifierKey());
    }

    @Bean
    @ConditionalOnMissingBean
    ProofController ledgerProofs(EventLedger ledger, CheckpointCollection checkpoints) {
        return new ProofController(ledger, checkpoints);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("ledger.web.export")
    ExportController ledgerExport(
            EventLedger ledger,
            CheckpointCollection checkpoints,
            ObjectProvider<CheckpointIssuer> issuer,
            ObjectProvider<Clock> clock,
            LedgerProperties properties) {
        LedgerExport export =
                new LedgerExport(ledger, checkpoints, properties.origin(), clock.getIfUnique(Clock::systemUTC));
        return new ExportController(export, issuer.getIfUnique(), properties.origin());
    }

    @Bean
    @ConditionalOnMissingBean
    LedgerProblems ledgerProblems() {
        return new LedgerProblems();
    }
}
