package org.dialogue.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleFileTest {

    private static final String WHOLE = text();

    @Test
    void readsTheWholeFile() {
        assertThat(SampleFile.parse("whole", WHOLE).questions()).hasSize(12);
    }

    @Test
    void saysWhichFieldIsMissing() {
        assertRefused(without("    asker: phan-van-dung\n"), "questions[8].asker is missing");
    }

    @Test
    void saysWhereAFieldIsMisspelled() {
        assertRefused(
                WHOLE.replaceFirst("    asker: le-anh-nga", "    askedBy: le-anh-nga\n    asker: le-anh-nga"),
                "askedBy");
    }

    @Test
    void saysWhereTheFileIsNoYaml() {
        assertRefused(WHOLE.replaceFirst("programmeId: nghe-an-2023", "programmeId: [nghe-an-2023"), "line ");
    }

    @Test
    void saysWhichValuesAWordIsNotOneOf() {
        assertRefused(WHOLE.replaceFirst("role: LEAD", "role: LEADER"), "COORDINATING");
    }

    @Test
    void refusesSomebodyWhoIsNotInTheFile() {
        assertRefused(
                WHOLE.replace("    asker: phan-van-dung\n", "    asker: nobody\n"),
                "question P9: there is no person nobody");
    }

    @Test
    void refusesADelegateOfAnotherUnit() {
        assertRefused(
                WHOLE.replace("    asker: phan-van-dung\n", "    asker: le-viet-hung\n"),
                "question P9: le-viet-hung does not hold office in thanh-tung");
    }

    @Test
    void refusesAnArticleThatIsNotListed() {
        assertRefused(
                WHOLE.replaceFirst("source: \\{articles: \\['000'\\]\\}", "source: {articles: ['002']}"),
                "there is no article 002");
    }

    @Test
    void refusesTwoLeadingBodiesForAPart() {
        assertRefused(
                WHOLE.replaceFirst("role: COORDINATING", "role: LEAD"), "part 1 has 2 leading bodies instead of one");
    }

    @Test
    void refusesAnAnswerThatSpeaksToOtherParts() {
        assertRefused(WHOLE.replaceFirst("parts: \\[1, 2\\]", "parts: [2]"), "must speak to the parts [2]");
    }

    @Test
    void refusesACommitmentOnAPartThereIsNot() {
        assertRefused(
                WHOLE.replace("{question: P9, parts: [1]}", "{question: P9, parts: [2]}"),
                "commitment C7: P9 has no part 2");
    }

    @Test
    void refusesWhatIsToldTwice() {
        assertRefused(WHOLE.replace("unitId: dong-hop", "unitId: dien-lam"), "unit dien-lam is told twice");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        String twice = without("    asker: phan-van-dung\n").replaceFirst("    asker: le-anh-nga\n", "");

        assertThatThrownBy(() -> SampleFile.parse("broken", twice))
                .hasMessageContaining("questions[0].asker is missing")
                .hasMessageContaining("questions[8].asker is missing");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> SampleFile.read("/sample/programme-1923.yml"))
                .isInstanceOf(SampleInvalid.class)
                .hasMessageContaining("/sample/programme-1923.yml")
                .hasMessageContaining("not on the class path");
    }

    private static void assertRefused(String yaml, String because) {
        assertThat(yaml).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> SampleFile.parse("broken", yaml))
                .isInstanceOf(SampleInvalid.class)
                .hasMessageStartingWith("broken cannot be used")
                .hasMessageContaining(because);
    }

    private static String without(String line) {
        return WHOLE.replace(line, "");
    }

    private static String text() {
        try (InputStream file = SampleFile.class.getResourceAsStream(SampleFile.PROGRAMME_2023)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
