package org.dialogue.reports.web;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Lets people write {@code state=owed} in an address as well as {@code state=OWED}. */
@SuppressWarnings({"rawtypes", "unchecked"}) // an enum's type is known only when it is asked for
final class AnyCase implements ConverterFactory<String, Enum> {

    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
        return text -> (E) Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
