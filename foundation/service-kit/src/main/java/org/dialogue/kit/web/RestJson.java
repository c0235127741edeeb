package org.dialogue.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.dialogue.kit.events.IdentifierModule;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON at the edge: as strict with what comes in as events are lenient, so that a mistyped field is never ignored. What is
 * wrong with a body is collected by {@link CollectingDeserializer}.
 */
final class RestJson implements JsonMapperBuilderCustomizer {

    /** Digits and exponents beyond this have no meaning here, and would fill memory when written out. */
    private static final int GREATEST_MAGNITUDE = 40;

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.addModule(new IdentifierModule())
                .addModule(strictValues())
                .addHandler(new CollectingDeserializer.UnknownFields())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
        for (LogicalType scalar : List.of(
                LogicalType.Textual,
                LogicalType.Integer,
                LogicalType.Float,
                LogicalType.Boolean,
                LogicalType.Enum,
                LogicalType.DateTime)) {
            builder.withCoercionConfig(scalar, config -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                    if (shape != CoercionInputShape.Integer || scalar != LogicalType.Float) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                }
            });
        }
    }

    private static SimpleModule strictValues() {
        SimpleModule module = new SimpleModule("dialogue-strict-values");
        module.addDeserializer(String.class, new FromText<>(String.class, text -> text));
        module.addDeserializer(Instant.class, new FromText<>(Instant.class, Moments::moment));
        module.addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Moments::day));
        module.addDeserializer(BigDecimal.class, new FromNumber());
        module.addKeyDeserializer(String.class, new FromName());
        module.setDeserializerModifier(new CollectingDeserializer.EverywhereModifier());
        return module;
    }

    private static String entered(String given, DeserializationContext context) {
        Texts.breachOf(given).ifPresent(breach -> {
            throw new BrokenRule(context.getParser(), breach.rule(), breach.rule(), breach.culprit());
        });
        return Texts.entered(given);
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private final transient Function<String, T> reading;

        FromText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String given = parser.getString();
            try {
                return reading.apply(entered(given, context));
            } catch (DateTimeException unlike) {
                return (T) context.handleWeirdStringValue(handledType(), given, "not in the form asked for");
            }
        }
    }

    private static final class FromNumber extends StdDeserializer<BigDecimal> {

        FromNumber() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return checked(parser);
            }
            return (BigDecimal) context.handleUnexpectedToken(getValueType(context), parser);
        }

        private static BigDecimal checked(JsonParser parser) {
            try {
                BigDecimal number = new BigDecimal(parser.getString());
                if (number.precision() <= GREATEST_MAGNITUDE && Math.abs((long) number.scale()) <= GREATEST_MAGNITUDE) {
                    return number;
                }
            } catch (NumberFormatException beyondAllExponents) {
                throw outOfRange(parser);
            }
            throw outOfRange(parser);
        }

        private static BrokenRule outOfRange(JsonParser parser) {
            return new BrokenRule(parser, "range", "range.number", GREATEST_MAGNITUDE);
        }
    }

    private static final class FromName extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) {
            return entered(name, context);
        }
    }
}
