package org.dialogue.reports.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.OrderedPMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;
import tools.jackson.databind.type.TypeFactory;
import tools.jackson.databind.util.StdConverter;

/** Reads the persistent collections that views are made of. */
final class PersistentCollections extends SimpleModule {

    private static final long serialVersionUID = 1L;

    PersistentCollections() {
        super("dialogue-persistent-collections");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new FromPlain());
    }

    private static final class FromPlain extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable KeyDeserializer keys,
                @Nullable TypeDeserializer typing,
                @Nullable ValueDeserializer<?> values) {
            if (!type.getRawClass().getName().startsWith("org.pcollections.")) {
                return null;
            }
            boolean ordered = type.getRawClass() == OrderedPMap.class;
            return new StdConvertingDeserializer<>(new Converting<Map<Object, Object>>(
                    types -> types.constructMapType(LinkedHashMap.class, type.getKeyType(), type.getContentType()),
                    plain -> ordered ? OrderedPMap.from(plain) : HashTreePMap.from(plain)));
        }

        @Override
        public @Nullable ValueDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable TypeDeserializer typing,
                @Nullable ValueDeserializer<?> elements) {
            Function<Collection<Object>, Object> persistent;
            if (type.getRawClass() == PVector.class) {
                persistent = TreePVector::from;
            } else if (type.getRawClass() == PSet.class) {
                persistent = HashTreePSet::from;
            } else {
                return null;
            }
            return new StdConvertingDeserializer<>(new Converting<>(
                    types -> types.constructCollectionType(ArrayList.class, type.getContentType()), persistent));
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type.getName().startsWith("org.pcollections.");
        }
    }

    private static final class Converting<P> extends StdConverter<P, Object> {

        private final Function<TypeFactory, JavaType> plainType;
        private final Function<P, Object> persistent;

        Converting(Function<TypeFactory, JavaType> plainType, Function<P, Object> persistent) {
            this.plainType = plainType;
            this.persistent = persistent;
        }

        @Override
        public Object convert(P plain) {
            return persistent.apply(plain);
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return plainType.apply(types);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructType(Object.class);
        }
    }
}
