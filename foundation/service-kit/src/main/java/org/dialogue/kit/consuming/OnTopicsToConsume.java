package org.dialogue.kit.consuming;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches if the service names topics to consume; a list has no property of its own name to ask for. */
final class OnTopicsToConsume implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !Binder.get(context.getEnvironment())
                .bind("dialogue.kafka.consume-from", Bindable.listOf(String.class))
                .orElse(List.of())
                .isEmpty();
    }
}
