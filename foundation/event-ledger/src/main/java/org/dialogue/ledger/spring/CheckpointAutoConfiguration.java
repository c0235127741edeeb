package org.dialogue.ledger.spring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.SigningKeys;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Signs the ledger's checkpoints, if there is a key to sign them with. */
@AutoConfiguration(after = LedgerAutoConfiguration.class)
@ConditionalOnBean(EventLedger.class)
public class CheckpointAutoConfiguration {

    /** The name of the bean that signs: an application may hold other signing keys. */
    public static final String SIGNING_KEY = "ledgerSigningKey";

    private static final Logger log = LoggerFactory.getLogger(CheckpointAutoConfiguration.class);

    @Bean(SIGNING_KEY)
    @ConditionalOnMissingBean(name = SIGNING_KEY)
    @Conditional(OnSigningKey.class)
    SigningKey ledgerSigningKey(LedgerProperties properties) {
        String origin = properties.origin();
        Path file = properties.signingKeyFile();
        String text = properties.signingKey();
        if (file == null) {
            return SigningKeys.fromText(origin, text == null ? "" : text);
        }
        if (text != null) {
            throw new IllegalArgumentException(
                    "Both ledger.signing-key and ledger.signing-key-file are set: which one is to sign?");
        }
        return properties.createKeyFile()
                ? SigningKeys.fromFileOrNew(origin, file)
                : SigningKeys.fromFile(origin, file);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnMissingBean
    @ConditionalOnBean(name = SIGNING_KEY)
    CheckpointIssuer checkpointIssuer(
            EventLedger ledger,
            CheckpointCollection checkpoints,
            @Qualifier(SIGNING_KEY) SigningKey key,
            LedgerProperties properties) {
        CheckpointIssuer.Builder issuer = CheckpointIssuer.builder(ledger, checkpoints, key)
                .origin(properties.origin())
                .every(properties.checkpointEvery())
                .everyEvents(properties.checkpointEveryEvents());
        List<String> former = properties.formerKeys();
        if (former != null) {
            List<VerifierKey> keys = former.stream().map(VerifierKey::parse).toList();
            // Those who verify old checkpoints find them here. When they first signed is known to nobody any more.
            keys.forEach(formerKey -> checkpoints.keepKey(formerKey, Instant.EPOCH));
            issuer.earlierKeys(keys);
        }
        return issuer.build();
    }

    /** Says so, because whoever reads "ledger" expects signatures. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(CheckpointIssuer.class)
    static class Unsigned {

        Unsigned(LedgerProperties properties) {
            log.info(
                    "No key signs the checkpoints of {}: history is hashed but not signed. Set ledger.signing-key-file"
                            + " or ledger.signing-key",
                    properties.origin());
        }
    }

    /** Whether the settings name a key. An environment variable that is set to nothing names none. */
    static final class OnSigningKey extends SpringBootCondition {

        private static final List<String> SETTINGS = List.of("ledger.signing-key", "ledger.signing-key-file");

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionMessage.Builder message = ConditionMessage.forCondition("signing key");
            return SETTINGS.stream()
                    .filter(setting ->
                            StringUtils.hasText(context.getEnvironment().getProperty(setting)))
                    .findFirst()
                    .map(setting -> ConditionOutcome.match(message.foundExactly(setting)))
                    .orElseGet(() -> ConditionOutcome.noMatch(message.because("no key is set")));
        }
    }
}
