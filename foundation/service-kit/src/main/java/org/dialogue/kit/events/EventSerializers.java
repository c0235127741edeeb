package org.dialogue.kit.events;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Axon's serializers, all of them Jackson 3 without default typing: no class name in stored JSON is ever trusted. */
public final class EventSerializers {

    private EventSerializers() {}

    /** {@return the serializer of events and their metadata} */
    public static Serializer forEvents() {
        return new LogicalTypeSerializer(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(EventJson::configure)
                .build());
    }

    /** {@return the serializer of Axon's own things: tokens, diagnostics of parked letters} */
    public static Serializer forTokens() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(EventJson::configure)
                .build();
    }
}
