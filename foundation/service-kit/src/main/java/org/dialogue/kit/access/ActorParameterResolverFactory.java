package org.dialogue.kit.access;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;

/** Hands the {@link Actor} of a message to handlers that take one as a parameter. */
public final class ActorParameterResolverFactory implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<Actor> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Actor.class ? new ActorResolver() : null;
    }

    private static final class ActorResolver implements ParameterResolver<Actor> {

        @Override
        public Actor resolveParameterValue(Message<?> message) {
            return ActorMetadata.actorOf(message)
                    .orElseThrow(() -> new NotPermitted("sign-in", "nobody is behind this message"));
        }

        /** Always true: a handler whose actor is missing must fail, not be passed over. */
        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
