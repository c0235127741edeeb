package org.dialogue.kit.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCauseTest {

    private static final String CONTENT = """
            {"questionId":"q1","text":"Lương thấp, Corruption, bridge, Sơn Hải","parts":[{"text":"nested secret"}],"amount":127}""";

    @Test
    void keepsWhatTheProgramSays() {
        assertThat(shown("event 2 of question:q1 came to paper_list right after 0"))
                .isEqualTo("event 2 of question:q1 came to paper_list right after 0");
    }

    @Test
    void keepsNoMessageIfThereIsNone() {
        assertThat(SafeCause.of("java.lang.NullPointerException", null, List.of(), List.of()))
                .isEqualTo(new SafeCause("java.lang.NullPointerException", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cannot take Corruption",
                "cannot take corruption.",
                "cannot take x=CORRUPTION;",
                "cannot take 'the bridge",
                "cannot take \"something unknown\" at all",
                "cannot take Sơn Hải",
                "cannot take Nguyễn",
                "cannot take 127 people",
                "cannot take nested-secret",
                "Unexpected character at [Source: (byte[])\"{\"text\":\"Corruption\"; line: 1]",
                "cannot take \u001b[31mred",
                "cannot take a\u0000b",
                "cannot take a\u202eb",
                "cannot take a\u2028secret"
            })
    void leavesOutWhatTheContentSaysOrParsersQuote(String message) {
        String shown = shown(message);
        assertThat(shown)
                .contains("[...]")
                .matches("[\\x20-\\x7e]*")
                .doesNotContainIgnoringCase("corruption")
                .doesNotContain("127", "bridge", "secret", "Hải", "unknown", "red");
    }

    @Test
    void isTotalOverAnyBytes() {
        byte[] bytes = {(byte) 0xff, 0, (byte) 0xc0, '{'};
        assertThat(SafeCause.of("X", "some words", List.of(), List.of(bytes, new byte[0]))
                        .message())
                .isEqualTo("some words");
        assertThat(SafeCause.of(
                        "bad\nname", "plain text", List.of(), List.of("plain text".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new SafeCause("[...]", "[...] [...]"));
    }

    @Test
    void isShort() {
        assertThat(shown("word ".repeat(1000))).hasSizeLessThanOrEqualTo(300);
    }

    private static String shown(String message) {
        return SafeCause.of(
                        "java.lang.IllegalStateException",
                        message,
                        List.of("question:q1"),
                        List.of(CONTENT.getBytes(StandardCharsets.UTF_8)))
                .message();
    }
}
