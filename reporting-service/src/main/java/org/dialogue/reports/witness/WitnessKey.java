package org.dialogue.reports.witness;

import java.nio.file.Path;
import java.util.Optional;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.SigningKeys;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that the witness signs with, if it has one.
 *
 * @param secret absent if none is configured
 */
public record WitnessKey(@Nullable SigningKey secret) {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessKey.class);

    static WitnessKey read(WitnessSettings settings, String name) {
        String text = settings.signingKey();
        Path file = settings.signingKeyFile();
        if (text != null && !text.isBlank()) {
            return new WitnessKey(SigningKeys.fromText(name, text));
        }
        if (file != null && !file.toString().isBlank()) {
            return new WitnessKey(
                    settings.createKeyFile()
                            ? SigningKeys.fromFileOrNew(name, file)
                            : SigningKeys.fromFile(name, file));
        }
        LOG.warn("The witness has no key (dialogue.witness.signing-key-file): it judges checkpoints, and signs none");
        return new WitnessKey(null);
    }

    /** {@return what others verify its signatures with} */
    public Optional<VerifierKey> verifierKey() {
        return Optional.ofNullable(secret).map(SigningKey::cosignerKey);
    }
}
