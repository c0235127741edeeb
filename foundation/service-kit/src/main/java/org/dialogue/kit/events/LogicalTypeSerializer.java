package org.dialogue.kit.events;

import java.util.Objects;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Stores events under their logical names and revisions. What is no event (metadata, tokens) keeps the name that the
 * serializer beneath gives it. A name that the catalogue does not hold is an {@link UnknownSerializedType}, which Axon
 * hands to nobody; a known name in an unknown revision is an error when read, because passing it over would lose it.
 */
public final class LogicalTypeSerializer implements Serializer {

    private final Serializer json;

    /** @param json does the writing and reading */
    public LogicalTypeSerializer(Serializer json) {
        this.json = json;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        SerializedObject<T> serialized = json.serialize(object, expectedRepresentation);
        return object == null
                ? serialized
                : new SimpleSerializedObject<>(
                        serialized.getData(), expectedRepresentation, typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return json.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> @Nullable T deserialize(SerializedObject<S> serialized) {
        if (SerializedType.emptyType().equals(serialized.getType())) {
            return null;
        }
        Class<?> type = classForType(serialized.getType());
        if (type == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, serialized);
        }
        return json.deserialize(new SimpleSerializedObject<>(
                serialized.getData(), serialized.getContentType(), new SimpleSerializedType(type.getName(), null)));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return EventCatalogue.byName(type.getName())
                .<Class<?>>map(known -> {
                    UnknownRevision.refuseUnlessEqual(known, type.getRevision());
                    return known.type();
                })
                .orElseGet(() -> json.classForType(type));
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public SerializedType typeForClass(@Nullable Class type) {
        return Objects.requireNonNull(
                type == null
                        ? json.typeForClass(null)
                        : EventCatalogue.byClass((Class<?>) type)
                                .<SerializedType>map(LogicalTypeSerializer::logicalType)
                                .orElseGet(() -> json.typeForClass(type)));
    }

    private static SimpleSerializedType logicalType(EventType type) {
        return new SimpleSerializedType(type.name(), Integer.toString(type.revision()));
    }

    @Override
    public Converter getConverter() {
        return json.getConverter();
    }
}
