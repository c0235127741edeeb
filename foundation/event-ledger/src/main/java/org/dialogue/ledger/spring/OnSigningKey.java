package org.dialogue.ledger.spring;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether the settings name a key. An environment variable that is set to nothing names none. */
final class OnSigningKey extends SpringBootCondition {

    private static final List<String> SETTINGS = List.of("ledger.signing-key", "ledger.signing-key-file");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("signing key");
        return SETTINGS.stream()
                .filter(setting -> StringUtils.hasText(context.getEnvironment().getProperty(setting)))
                .findFirst()
                .map(setting -> ConditionOutcome.match(message.foundExactly(setting)))
                .orElseGet(() -> ConditionOutcome.noMatch(message.because("no key is set")));
    }
}
