package org.dialogue.kit.consuming;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Instant;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;

/** Hands the {@link Origin} of another service's event to handlers that take one as a parameter. */
public final class OriginParameterResolverFactory implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<Origin> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Origin.class ? new OriginResolver() : null;
    }

    private static final class OriginResolver implements ParameterResolver<Origin> {

        @Override
        public Origin resolveParameterValue(Message<?> message) {
            MetaData metadata = message.getMetaData();
            if (!(metadata.get(InboundMetadata.SOURCE) instanceof String source)
                    || !(metadata.get(InboundMetadata.POSITION) instanceof String position)
                    || !(metadata.get(InboundMetadata.RECORDED_AT) instanceof String recordedAt)) {
                throw new IllegalStateException("the event was not received from another service");
            }
            return new Origin(source, Long.parseLong(position), Instant.parse(recordedAt));
        }

        /** Always true: a handler whose origin is missing must fail, not be passed over. */
        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
