package org.dialogue.dialogues.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptNameTest {

    /** Computed apart: {@code (printf '\x01%.0s' {1..32}; printf 'Le Anh Nga') | sha256sum}. */
    @Test
    void theDigestIsThatOfSaltThenNameInUtf8() {
        assertThat(new KeptName("Le Anh Nga", "01".repeat(32)).digest())
                .isEqualTo("07dd05abfcb57bbe89f9d9cbeb1e710935d181e006f8a47748410f1f9bd75ff1");
        assertThat(new KeptName("Lê Ánh Nga", "01".repeat(32)).digest())
                .isEqualTo("6943da429798dd010819c949a59a39066dc9cf92e880386d12cecaa3a2317e80");
    }

    @Test
    void anotherSaltHidesThatTwoPeopleShareAName() {
        assertThat(new KeptName("Le Anh Nga", "01".repeat(32)).digest())
                .isNotEqualTo(new KeptName("Le Anh Nga", "02".repeat(32)).digest());
    }
}
