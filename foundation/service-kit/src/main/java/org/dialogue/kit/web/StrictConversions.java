package org.dialogue.kit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.CollectionFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/**
 * Reads values of addresses as bodies read theirs: Spring takes numbers for moments, hexadecimal digits and those of other
 * scripts for numbers, "on" for true, trims names of constants, and takes one value with a comma in it for two.
 */
final class StrictConversions {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d*");

    private StrictConversions() {}

    static void addTo(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, Moments::moment);
        registry.addConverter(String.class, LocalDate.class, Moments::day);
        registry.addConverter(String.class, Integer.class, number -> Integer.valueOf(whole(number)));
        registry.addConverter(String.class, Long.class, number -> Long.valueOf(whole(number)));
        registry.addConverter(String.class, Boolean.class, StrictConversions::truth);
        registry.addConverterFactory(new Constants());
        if (registry instanceof ConversionService conversions) {
            registry.addConverter(new OneByOne(conversions));
        }
    }

    private static String whole(String number) {
        if (!WHOLE.matcher(number).matches()) {
            throw new NumberFormatException("no whole number in decimal digits");
        }
        return number;
    }

    private static Boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** Several values are given by naming the parameter several times. */
    private record OneByOne(ConversionService elements) implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, Collection.class));
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            TypeDescriptor element = target.getElementTypeDescriptor();
            return element != null && elements.canConvert(source, element);
        }

        @Override
        public Object convert(@Nullable Object value, TypeDescriptor source, TypeDescriptor target) {
            TypeDescriptor element = target.getElementTypeDescriptor();
            Class<?> type = element == null ? null : element.getType();
            Collection<Object> one = CollectionFactory.createCollection(target.getType(), type, 1);
            one.add(element == null ? value : elements.convert(value, source, element));
            return one;
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class Constants implements ConverterFactory<String, Enum> {

        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return name -> (T) Enum.valueOf(type, name);
        }
    }
}
