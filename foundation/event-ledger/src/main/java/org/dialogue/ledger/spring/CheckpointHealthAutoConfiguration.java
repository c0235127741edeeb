package org.dialogue.ledger.spring;

import com.mongodb.MongoException;
import java.util.Optional;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.MalformedNoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
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

    /** The latest checkpoint. Down while history is not what was signed before: that does not mend itself. */
    private static final class CheckpointHealth implements HealthIndicator {

        private static final Logger log = LoggerFactory.getLogger(CheckpointHealth.class);

        private final CheckpointIssuer issuer;
        private final CheckpointCollection checkpoints;
        private final String origin;

        CheckpointHealth(CheckpointIssuer issuer, CheckpointCollection checkpoints, String origin) {
            this.issuer = issuer;
            this.checkpoints = checkpoints;
            this.origin = origin;
        }

        @Override
        public Health health() {
            Optional<String> refusal = issuer.refusal();
            Health.Builder health =
                    refusal.isPresent() ? Health.down().withDetail("refusal", refusal.get()) : Health.up();
            health.withDetail("origin", origin);
            try {
                checkpoints.latest().ifPresent(latest -> describe(latest, health));
            } catch (MalformedNoteException malformed) {
                health.withDetail("latest", "cannot be read: " + malformed.getMessage());
            } catch (MongoException unavailable) {
                log.debug("The latest checkpoint cannot be asked for", unavailable);
                health.unknown().withDetail("reason", "MongoDB does not answer");
            }
            return health.build();
        }

        private static void describe(IssuedCheckpoint latest, Health.Builder health) {
            health.withDetail("size", latest.size())
                    .withDetail("issuedAt", latest.issuedAt().toString());
        }
    }
}
