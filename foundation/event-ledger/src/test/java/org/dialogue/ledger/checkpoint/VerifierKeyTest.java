package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                PublicNotes.GO_KEY,
                PublicNotes.CHECKSUM_DATABASE_KEY,
                PublicNotes.OPENSSL_KEY,
                PublicNotes.OPENSSL_COSIGNER_KEY
            })
    void whatWasReadIsWrittenTheSame(String text) {
        assertThat(VerifierKey.parse(text).text()).isEqualTo(text);
    }

    @Test
    void verifiesWhatOthersSigned() {
        assertThat(VerifierKey.parse(PublicNotes.GO_KEY).verifies(SignedNote.parse(PublicNotes.GO_NOTE)))
                .isTrue();
        assertThat(VerifierKey.parse(PublicNotes.CHECKSUM_DATABASE_KEY)
                        .verifies(SignedNote.parse(PublicNotes.CHECKSUM_DATABASE_NOTE)))
                .isTrue();
        assertThat(VerifierKey.parse(PublicNotes.OPENSSL_KEY).verifies(SignedNote.parse(PublicNotes.OPENSSL_NOTE)))
                .isTrue();
    }

    @Test
    void tellsWhenAWitnessSigned() {
        VerifierKey witness = VerifierKey.parse(PublicNotes.OPENSSL_COSIGNER_KEY);

        assertThat(witness.verifies(SignedNote.parse(PublicNotes.OPENSSL_NOTE))).isTrue();
        assertThat(witness.cosignedAt(SignedNote.parse(PublicNotes.OPENSSL_NOTE)))
                .contains(AT);
    }

    @Test
    void aLedgersSignatureHasNoTime() {
        assertThat(VerifierKey.parse(PublicNotes.OPENSSL_KEY).cosignedAt(SignedNote.parse(PublicNotes.OPENSSL_NOTE)))
                .isEmpty();
    }

    @Test
    void aNoteOfAnotherKeyIsNotVerified() {
        VerifierKey key = VerifierKey.parse(PublicNotes.GO_KEY);
        SignedNote note = SignedNote.parse(PublicNotes.CHECKSUM_DATABASE_NOTE);

        assertThat(key.verifies(note)).isFalse();
        assertThat(key.cosignedAt(note)).isEmpty();
    }

    @Test
    void aKeyOfTheSameNameDoesNotPassForAnother() {
        SignedNote note = SignedNote.parse(PublicNotes.GO_NOTE);
        SigningKey impostor = SigningKey.generate("PeterNeumann");
        NoteSignature forged = new NoteSignature(
                "PeterNeumann",
                VerifierKey.parse(PublicNotes.GO_KEY).id(),
                impostor.sign(note.body()).signature());

        assertThat(VerifierKey.parse(PublicNotes.GO_KEY).verifies(new SignedNote(note.body(), List.of(forged))))
                .isFalse();
        assertThat(impostor.verifierKey().verifies(note)).isFalse();
    }

    @Test
    void oneWrongSignatureOfTheKeyCondemnsTheNote() {
        SignedNote note = SignedNote.parse(PublicNotes.GO_NOTE);
        NoteSignature good = note.signatures().get(0);
        NoteSignature wrong = new NoteSignature(good.name(), good.keyId(), new byte[64]);

        assertThat(VerifierKey.parse(PublicNotes.GO_KEY).verifies(new SignedNote(note.body(), List.of(good, wrong))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1", "31556889864403200", "9223372036854775807", "-9223372036854775808"})
    void aCosignatureOfNoPossibleTimeIsNotVerified(long seconds) {
        SigningKey witness = SigningKey.fromPem(PublicNotes.OPENSSL_NAME, PublicNotes.OPENSSL_PEM);
        NoteSignature signed = witness.cosign(PublicNotes.OPENSSL_BODY, AT);
        byte[] altered = signed.signature().clone();
        ByteBuffer.wrap(altered).putLong(seconds);
        SignedNote note = new SignedNote(
                PublicNotes.OPENSSL_BODY, List.of(new NoteSignature(signed.name(), signed.keyId(), altered)));

        assertThat(witness.cosignerKey().verifies(note)).isFalse();
        assertThat(witness.cosignerKey().cosignedAt(note)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 63, 64, 65, 71, 73})
    void aSignatureOfAnotherLengthIsNotVerified(int length) {
        for (String text : List.of(PublicNotes.OPENSSL_KEY, PublicNotes.OPENSSL_COSIGNER_KEY)) {
            VerifierKey key = VerifierKey.parse(text);
            NoteSignature signature = new NoteSignature(key.name(), key.id(), new byte[length]);
            assertThat(key.verifies(new SignedNote(PublicNotes.OPENSSL_BODY, List.of(signature))))
                    .isFalse();
        }
    }

    @Test
    void bytesThatAreNoPointOfTheCurveAreNoKey() {
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;

        assertThatIllegalArgumentException().isThrownBy(() -> new VerifierKey("a", Algorithm.ED25519, noPoint));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "empty | ''",
                "one part | PeterNeumann",
                "two parts | PeterNeumann+c74f20a3",
                "no name | +c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "a name with a space | Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "another name | PeterNewmann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "another id | PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "a short id | PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "an id that is no number | PeterNeumann+c74f20ag+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "another key | PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX",
                "a long key, rightly hashed | "
                        + "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "an unknown algorithm, rightly hashed | "
                        + "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "the algorithm only | PeterNeumann+c74f20a3+AQ==",
                "no Base64 | PeterNeumann+c74f20a3+A*pc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void isRefusedWhenItIs(String name, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
    }
}
