package org.dialogue.kit.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import org.dialogue.events.Identifier;
import org.jspecify.annotations.Nullable;

/** Describes every {@link Identifier} as the plain string that it is in JSON and in paths. */
final class IdentifierSchema implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType javaType = Json31.mapper().constructType(type.getType());
        if (javaType != null && Identifier.class.isAssignableFrom(javaType.getRawClass())) {
            Schema<?> schema = new StringSchema();
            schema.addType("string");
            schema.setPattern("^" + Identifier.FORMAT.pattern() + "$");
            return schema;
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
