package org.dialogue.reports.witness;

import java.net.URI;
import java.util.List;
import org.dialogue.ledger.checkpoint.Algorithm;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that is witnessed.
 *
 * @param name the service whose ledger it is, as its events name it
 * @param origin the ledger's name in its checkpoints
 * @param topic the full name of the topic of its checkpoints
 * @param url where the service answers over HTTP; absent if it cannot be asked
 * @param keys the keys that an operator vouches for; none to trust those found at first use
 */
public record Source(
        String name, String origin, String topic, @Nullable URI url, List<VerifierKey> keys) {

    /**
     * Keeps its own copy of the keys.
     *
     * @throws IllegalArgumentException if one of them cannot have signed the ledger's checkpoints: another's, or a witness's
     */
    public Source {
        keys = List.copyOf(keys);
        for (VerifierKey key : keys) {
            if (key.algorithm() != Algorithm.ED25519 || !key.name().equals(origin)) {
                throw new IllegalArgumentException(
                        "dialogue.witness.sources.%s.keys: %s is no key that signs checkpoints of %s"
                                .formatted(name, key.text(), origin));
            }
        }
    }
}
