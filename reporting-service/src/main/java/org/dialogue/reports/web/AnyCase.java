package org.dialogue.reports.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Lets people write {@code state=owed} in an address as well as {@code state=OWED}, and tells the choices. */
@SuppressWarnings("rawtypes") // an enum's type is known only when it is asked for
final class AnyCase implements ConverterFactory<String, Enum> {

    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
