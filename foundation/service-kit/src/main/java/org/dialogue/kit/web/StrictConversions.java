package org.dialogue.kit.web;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/** Reads values of addresses as bodies read theirs: Spring takes numbers for moments, and trims names of constants. */
final class StrictConversions {

    private StrictConversions() {}

    static void addTo(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, Moments::moment);
        registry.addConverter(String.class, LocalDate.class, Moments::day);
        registry.addConverterFactory(new Constants());
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class Constants implements ConverterFactory<String, Enum> {

        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return name -> (T) Enum.valueOf(type, name);
        }
    }
}
