package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final SigningKey KEY = SigningKey.generate("example.com/things");

    @ParameterizedTest
    @ValueSource(strings = {PublicNotes.GO_NOTE, PublicNotes.CHECKSUM_DATABASE_NOTE, PublicNotes.OPENSSL_NOTE})
    void whatWasReadIsWrittenTheSame(String text) {
        assertThat(SignedNote.parse(text).text()).isEqualTo(text);
    }

    @Test
    void theTextMayHoldEmptyLines() {
        String body = "one\n\n\ntwo\n\n";
        SignedNote note = new SignedNote(body, List.of(KEY.sign(body)));

        assertThat(SignedNote.parse(note.text())).isEqualTo(note);
        assertThat(KEY.verifierKey().verifies(SignedNote.parse(note.text()))).isTrue();
    }

    @Test
    void textsInAnyLanguageAreSigned() {
        String body = "Ngh\u1ec7 An \ud83d\udcdc\n";
        SignedNote note = new SignedNote(body, List.of(KEY.sign(body)));

        assertThat(KEY.verifierKey().verifies(SignedNote.parse(note.text()))).isTrue();
    }

    @Test
    void signaturesOfAlgorithmsUnknownHereAreReadAndPassedOn() {
        String longer = Base64.getEncoder().encodeToString(new byte[2_500]);
        String text = PublicNotes.GO_NOTE + "\u2014 quantum.example " + longer + "\n";

        SignedNote note = SignedNote.parse(text);

        assertThat(note.text()).isEqualTo(text);
        assertThat(VerifierKey.parse(PublicNotes.GO_KEY).verifies(note)).isTrue();
    }

    @Test
    void aSecondSignatureOfOneKeyTakesThePlaceOfTheFirst() {
        SignedNote note = SignedNote.parse(PublicNotes.GO_NOTE);
        NoteSignature first = KEY.sign("something else\n");
        NoteSignature second = KEY.sign(note.body());

        assertThat(note.with(first).with(second)).isEqualTo(note.with(second));
        assertThat(note.with(second).signatures()).hasSize(2);
    }

    @Test
    void aHundredSignaturesAreReadAndNotOneMore() {
        SignedNote note = SignedNote.parse(PublicNotes.GO_NOTE);
        String line = note.signatures().get(0).line() + "\n";

        assertThat(SignedNote.parse(note.body() + "\n" + line.repeat(100)).signatures())
                .hasSize(100);
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> SignedNote.parse(note.body() + "\n" + line.repeat(101)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefusedWhen(String name, String text, String reason) {
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> SignedNote.parse(text))
                .withMessageContaining(reason);
    }

    static Stream<Arguments> isRefusedWhen() {
        String line = "\u2014 name AAAAAAE=\n";
        return Stream.of(
                arguments("empty", "", "No empty line"),
                arguments("there is no empty line", "text\n" + line, "No empty line"),
                arguments("there is no text", "\n" + line, "No empty line"),
                arguments("there are no signatures", "text\n\n", "no signature"),
                arguments("the last newline is missing", "text\n\n" + line.stripTrailing(), "end in a newline"),
                arguments("the text has a tab", "a\tb\n\n" + line, "control characters"),
                arguments("lines end as on Windows", "text\r\n\n" + line, "control characters"),
                arguments("the text has half a character", "a\ud83db\n\n" + line, "broken Unicode"),
                arguments("a line is no signature", "text\n\n" + line + "more\n", "is no signature"),
                arguments("the dash is a hyphen", "text\n\n- name AAAAAAE=\n", "is no signature"),
                arguments("there is no name", "text\n\n\u2014 AAAAAAE=\n", "is no signature"),
                arguments("the name is empty", "text\n\n\u2014  AAAAAAE=\n", "is no name"),
                arguments("the name has a plus sign", "text\n\n\u2014 a+b AAAAAAE=\n", "is no name"),
                arguments("the name has a space", "text\n\n\u2014 a b AAAAAAE=\n", "is no name"),
                arguments("the name has a space of another script", "text\n\n\u2014 a\u3000b AAAAAAE=\n", "is no name"),
                arguments("the name has a next-line character", "text\n\n\u2014 a\u0085b AAAAAAE=\n", "is no name"),
                arguments("the name has a control character", "text\n\n\u2014 a\u0001b AAAAAAE=\n", "is no name"),
                arguments("the signature is missing", "text\n\n\u2014 name \n", "lacks the id"),
                arguments("the signature is no Base64", "text\n\n\u2014 name AAA*AAE=\n", "is not Base64"),
                arguments("the Base64 is of the other alphabet", "text\n\n\u2014 name AAAAAAE_\n", "is not Base64"),
                arguments("the Base64 lacks padding", "text\n\n\u2014 name AAAAAAE\n", "canonical"),
                arguments("the Base64 has bits to spare", "text\n\n\u2014 name AAAAAAF=\n", "canonical"),
                arguments("the line goes on behind", "text\n\n\u2014 name AAAAAAE= \n", "lacks the id"),
                arguments("the signature is shorter than an id", "text\n\n\u2014 name AAAA\n", "lacks the id"),
                arguments("the signature is an id only", "text\n\n\u2014 name AAAAAA==\n", "is empty"));
    }

    @Test
    void isNotMadeWithoutSignatureOrNewline() {
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> new SignedNote("text\n", Collections.emptyList()));
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> new SignedNote("text", List.of(KEY.sign("text"))));
    }
}
