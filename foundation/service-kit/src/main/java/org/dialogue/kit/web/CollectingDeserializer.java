package org.dialogue.kit.web;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionLikeType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapLikeType;
import tools.jackson.databind.type.MapType;

/**
 * Reads a value, and where it cannot be read notes why, passes over it and reads on, so that the caller hears of all that is
 * wrong with a body at once. The outermost value then fails with everything noted. What is no JSON at all ends the
 * reading.
 */
final class CollectingDeserializer extends DelegatingDeserializer {

    private static final Object NOTED = new Object();
    private static final Object PLACE = new Object();

    CollectingDeserializer(ValueDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
        return new CollectingDeserializer(reader);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        List<Violation> noted = noted(context);
        boolean outermost = noted == null;
        if (noted == null) {
            noted = new ArrayList<>();
            context.setAttribute(NOTED, noted);
        }
        int before = noted.size();
        TokenStreamContext place = placeOf(parser);
        Object around = context.getAttribute(PLACE);
        context.setAttribute(PLACE, place);
        Object value;
        try {
            requirePlainEnum(parser, context);
            value = super.deserialize(parser, context);
        } catch (UnreadableBody ended) {
            throw ended;
        } catch (DatabindException | InputCoercionException unreadable) {
            if (noted.size() == before) {
                noted.add(JsonViolations.of(JsonViolations.path(place), unreadable));
            }
            passOver(parser, place, noted);
            value = nothing();
        } finally {
            context.setAttribute(PLACE, around);
        }
        if (outermost && !noted.isEmpty()) {
            throw new UnreadableBody(parser, noted, value);
        }
        return value;
    }

    /** Jackson trims names of constants. */
    private void requirePlainEnum(JsonParser parser, DeserializationContext context) {
        if (handledType().isEnum()
                && parser.hasToken(JsonToken.VALUE_STRING)
                && !parser.getString().equals(parser.getString().trim())) {
            context.handleWeirdStringValue(handledType(), parser.getString(), "spaces around it");
        }
    }

    /** Where the value stands that begins at the present token. */
    private static TokenStreamContext placeOf(JsonParser parser) {
        TokenStreamContext here = parser.streamReadContext();
        JsonToken token = parser.currentToken();
        boolean inside =
                token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY || token == JsonToken.PROPERTY_NAME;
        return inside && here.getParent() != null ? here.getParent() : here;
    }

    /** Where the rest turns out to be no JSON, what was noted so far is all that can be said. */
    private static void passOver(JsonParser parser, TokenStreamContext place, List<Violation> noted) {
        int depth = place.getNestingDepth();
        try {
            while (parser.streamReadContext().getNestingDepth() > depth && parser.nextToken() != null) {
                // what is passed over has been refused as a whole
            }
        } catch (StreamReadException malformed) {
            UnreadableBody ended = new UnreadableBody(parser, noted, null);
            ended.addSuppressed(malformed);
            throw ended;
        }
    }

    private @Nullable Object nothing() {
        Class<?> type = handledType();
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<Violation> noted(DeserializationContext context) {
        return (List<Violation>) context.getAttribute(NOTED);
    }

    /** Notes fields that nobody knows. Jackson sets them aside and tells of them when their object is complete. */
    static final class UnknownFields extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable ValueDeserializer<?> reader,
                Object bean,
                String name) {
            List<Violation> noted = noted(context);
            if (noted == null || !(context.getAttribute(PLACE) instanceof TokenStreamContext place)) {
                return false;
            }
            noted.add(JsonViolations.unknown(JsonViolations.path(place), name));
            parser.skipChildren();
            return true;
        }
    }

    /** Puts it around whatever reads values. */
    static final class EverywhereModifier extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> reader) {
            return new CollectingDeserializer(reader);
        }

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> reader) {
            return new CollectingDeserializer(reader);
        }

        @Override
        public ValueDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config,
                ArrayType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> reader) {
            return new CollectingDeserializer(reader);
        }

        @Override
        public ValueDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> reader) {
            return new CollectingDeserializer(reader);
        }

        @Override
        public ValueDeserializer<?> modifyCollectionLikeDeserializer(
                DeserializationConfig config,
                CollectionLikeType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> reader) {
            return new CollectingDeserializer(reader);
        }

        @Override
        public ValueDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config,
                MapType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> reader) {
            return new CollectingDeserializer(reader);
        }

        @Override
        public ValueDeserializer<?> modifyMapLikeDeserializer(
                DeserializationConfig config,
                MapLikeType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> reader) {
            return new CollectingDeserializer(reader);
        }
    }
}
