package org.dialogue.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.junit.jupiter.api.Test;

class OpaqueCursorTest {

    @Test
    void standsInAnAddressAsItIsAndIsReadBack() {
        String text = "due\n2023-11-02\ncam kết>?~";

        assertThat(OpaqueCursor.of(text)).matches("[A-Za-z0-9_-]+");
        assertThat(OpaqueCursor.read(OpaqueCursor.of(text))).isEqualTo(text);
    }

    @Test
    void whatNoPageEndedWithIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> OpaqueCursor.read("!"))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field, Violation::rule)
                        .containsExactly(tuple("cursor", "format")));
    }
}
