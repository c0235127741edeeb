package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void signsAsGoDoes() throws GeneralSecurityException {
        byte[] seed = Arrays.copyOfRange(Base64.getDecoder().decode(PublicNotes.GO_SECRET), 1, 33);
        byte[] pkcs8 = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed))
                .getEncoded();
        SigningKey key =
                SigningKey.fromBase64("PeterNeumann", Base64.getEncoder().encodeToString(pkcs8));

        assertThat(key.verifierKey().text()).isEqualTo(PublicNotes.GO_KEY);
        assertThat(new SignedNote(PublicNotes.GO_TEXT, List.of(key.sign(PublicNotes.GO_TEXT))).text())
                .isEqualTo(PublicNotes.GO_NOTE);
    }

    @Test
    void signsAndCosignsAsOpensslDoes() {
        SigningKey key = SigningKey.fromPem(PublicNotes.OPENSSL_NAME, PublicNotes.OPENSSL_PEM);

        assertThat(key.verifierKey().text()).isEqualTo(PublicNotes.OPENSSL_KEY);
        assertThat(key.cosignerKey().text()).isEqualTo(PublicNotes.OPENSSL_COSIGNER_KEY);
        String body = PublicNotes.OPENSSL_BODY;
        assertThat(new SignedNote(body, List.of(key.sign(body), key.cosign(body, AT.plusMillis(999)))).text())
                .isEqualTo(PublicNotes.OPENSSL_NOTE);
    }

    @Test
    void pemIsThatOfOpenssl() {
        assertThat(SigningKey.fromPem("a", PublicNotes.OPENSSL_PEM).toPem()).isEqualTo(PublicNotes.OPENSSL_PEM);
    }

    @Test
    void aNewKeyIsTheSameAfterItWasWrittenAndRead() {
        SigningKey key = SigningKey.generate("a");
        SigningKey read = SigningKey.fromPem("a", key.toPem());

        assertThat(read.verifierKey()).isEqualTo(key.verifierKey());
        assertThat(read.sign("text\n")).isEqualTo(key.sign("text\n"));
        assertThat(SigningKey.generate("a").verifierKey()).isNotEqualTo(key.verifierKey());
    }

    @Test
    void neverShowsItsSecretByAccident() {
        SigningKey key = SigningKey.fromPem("a", PublicNotes.OPENSSL_PEM);

        assertThat(key.toString()).isEqualTo(key.verifierKey().text());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.fromPem("a", PublicNotes.OPENSSL_PEM.replace("MC4C", "MC5C")))
                .withMessageNotContaining("CIEICHH93q")
                .withNoCause();
    }

    @Test
    void doesNotSignWhatCouldPassForAWitness() {
        SigningKey key = SigningKey.generate("a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.sign("cosignature/v1\ntime 1\n" + PublicNotes.OPENSSL_BODY))
                .withMessageContaining("witness");
    }

    @Test
    void cosignsCheckpointsOnlyAndInPossibleTimes() {
        SigningKey key = SigningKey.generate("a");

        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> key.cosign("text\n", AT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.cosign(PublicNotes.OPENSSL_BODY, Instant.ofEpochSecond(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.cosign(PublicNotes.OPENSSL_BODY, Instant.parse("+10000-01-01T00:00:00Z")));
        assertThat(key.cosign(PublicNotes.OPENSSL_BODY, Instant.parse("9999-12-31T23:59:59Z"))
                        .signature())
                .startsWith(0, 0, 0, 0x3a, 0xff, 0xf4, 0x41, 0x7f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\nb", "\u00a0"})
    void namesThatANoteCannotBearAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.generate(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\n"
                        + "MCowBQYDK2VwAyEAGlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRNY=\n-----END PUBLIC KEY-----"
            })
    void whatIsNoPemOfAPrivateKeyIsRefused(String pem) {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.fromPem("a", pem));
    }

    @Test
    void keysOfOtherKindsAreRefused() throws GeneralSecurityException {
        for (String kind : List.of("X25519", "Ed448", "EC")) {
            byte[] other = KeyPairGenerator.getInstance(kind)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            assertThatIllegalArgumentException()
                    .as(kind)
                    .isThrownBy(
                            () -> SigningKey.fromBase64("a", Base64.getEncoder().encodeToString(other)))
                    .withMessageContaining("no Ed25519 key");
        }
    }
}
