package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "Nghệ An",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "😀",
                "e\u0301",
                "a\u00A0b",
                "a\uFEFFb",
                "\u2013",
                "."
            })
    void mayEnter(String text) {
        assertThat(Texts.breachOf(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\\ud800, lone-surrogate",
        "a\\udc00b, lone-surrogate",
        "\\udc00\\ud800, lone-surrogate",
        "a\\u0000, control-character",
        "a\\u0007, control-character",
        "a\\u001b[31m, control-character",
        "a\\u007f, control-character",
        "a\\u0085, control-character",
        "a\\u000b, control-character",
        "a\\u000c, control-character",
        "a\\u202a, direction-control",
        "a\\u202e, direction-control",
        "a\\u2066, direction-control",
        "a\\u2069, direction-control",
        "a\\u200e, direction-control",
        "a\\u200f, direction-control",
        "a\\u061c, direction-control",
        "a\\ufffe, noncharacter",
        "a\\uffff, noncharacter",
        "a\\ufdd0, noncharacter",
        "a\\ud83f\\udffe, noncharacter",
        "\\u0020, not-blank",
        "\\u0009\\u000a, not-blank",
        "\\u00a0\\u3000, not-blank",
        "\\u200b, not-blank",
        "\\u200d\\u2060, not-blank",
        "\\u3164, not-blank",
        "\\uffa0, not-blank",
        "\\u115f\\u1160, not-blank",
        "\\ufeff, not-blank",
        "\\u00ad, not-blank",
        "\\u2800, not-blank",
        "\\u0301, not-blank",
        "\\ufe0f, not-blank",
        "\\u180e, not-blank",
        "\\u2028, not-blank",
        "\\udb40\\udc41, not-blank",
        "\\ue000, not-blank"
    })
    void mayNotEnter(String escaped, String rule) {
        assertThat(Texts.breachOf(unescaped(escaped))).map(Texts.Breach::rule).contains(rule);
    }

    private static String unescaped(String escaped) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(escaped)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    @ParameterizedTest
    @CsvSource({"Nghe\u0323\u0302 An, Nghệ An", "Ho\u0300a, Hòa"})
    void entersComposed(String given, String kept) {
        assertThat(Texts.entered(given)).isEqualTo(kept);
    }
}
