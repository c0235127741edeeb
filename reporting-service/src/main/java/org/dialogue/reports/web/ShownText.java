package org.dialogue.reports.web;

import java.math.BigDecimal;
import org.dialogue.reports.folds.Flaws;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes only what every JSON parser takes, whatever history holds: half a character becomes U+FFFD, and a number of a size
 * that parsers do not expect becomes text. What it happened to says so with a fault.
 */
final class ShownText extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final char REPLACEMENT = '\ufffd';

    ShownText() {
        super("dialogue-reports-shown-text");
        addSerializer(String.class, new Text());
        addKeySerializer(String.class, new Key());
        addSerializer(BigDecimal.class, new Number());
    }

    static String shown(String text) {
        if (Flaws.isWhole(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> shown.appendCodePoint(
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point));
        return shown.toString();
    }

    private static final class Text extends StdSerializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator generator, SerializationContext context) {
            generator.writeString(shown(text));
        }
    }

    private static final class Key extends ValueSerializer<String> {

        @Override
        public void serialize(String key, JsonGenerator generator, SerializationContext context) {
            generator.writeName(shown(key));
        }
    }

    private static final class Number extends StdSerializer<BigDecimal> {

        Number() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal number, JsonGenerator generator, SerializationContext context) {
            if (Flaws.isShowable(number)) {
                generator.writeNumber(number);
            } else {
                generator.writeString(number.toString());
            }
        }
    }
}
