package org.dialogue.kit.events;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dialogue.events.Identifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes every {@link Identifier} as its plain value, and reads it back through its constructor. */
public final class IdentifierModule extends SimpleModule {

    /** One module for all identifiers; their classes are found by their type. */
    public IdentifierModule() {
        super("dialogue-identifiers");
        addSerializer(Identifier.class, new AsValue());
        addKeySerializer(Identifier.class, new AsKey());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new FromValues());
        context.addKeyDeserializers(new FromKeys());
    }

    private static final class AsValue extends StdSerializer<Identifier> {

        AsValue() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier id, JsonGenerator generator, SerializationContext context) {
            generator.writeString(id.value());
        }
    }

    private static final class AsKey extends ValueSerializer<Identifier> {

        @Override
        public void serialize(Identifier id, JsonGenerator generator, SerializationContext context) {
            generator.writeName(id.value());
        }
    }

    private static final class FromValues extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isIdentifier(type.getRawClass()) ? new FromValue(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isIdentifier(type);
        }
    }

    private static final class FromKeys implements KeyDeserializers {

        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isIdentifier(type.getRawClass()) ? new FromKey(type.getRawClass()) : null;
        }
    }

    private static final class FromValue extends StdDeserializer<Object> {

        private final MethodHandle constructor;

        FromValue(Class<?> type) {
            super(type);
            this.constructor = constructorOf(type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(context.constructType(handledType()), parser);
            }
            String text = parser.getString();
            try {
                return constructor.invoke(text);
            } catch (Throwable invalid) {
                throw context.instantiationException(handledType(), invalid);
            }
        }
    }

    private static final class FromKey extends KeyDeserializer {

        private final Class<?> type;
        private final MethodHandle constructor;

        FromKey(Class<?> type) {
            this.type = type;
            this.constructor = constructorOf(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return constructor.invoke(key);
            } catch (Throwable invalid) {
                throw context.instantiationException(type, invalid);
            }
        }
    }

    private static boolean isIdentifier(Class<?> type) {
        return Identifier.class.isAssignableFrom(type) && type.isRecord();
    }

    private static MethodHandle constructorOf(Class<?> type) {
        try {
            return MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, String.class));
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(type + " needs a public constructor that takes its value", unusable);
        }
    }
}
