package org.dialogue.reports.witness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set under {@code dialogue.witness.*}.
 *
 * @param signingKey the witness's secret key, in one of the forms of {@code SigningKeys.fromText}; wins over the file
 * @param signingKeyFile a file that holds it; without either, checkpoints are judged but not signed
 * @param createKeyFile whether a new key is made if there is no such file
 * @param patience how long a checkpoint may wait for its events, and events for a checkpoint that covers them, before
 *     health speaks of it
 * @param sources the ledgers that are witnessed, by the names of their services
 */
@ConfigurationProperties("dialogue.witness")
record WitnessSettings(
        @Nullable String signingKey,
        @Nullable Path signingKeyFile,
        @DefaultValue("false") boolean createKeyFile,
        @DefaultValue("10m") Duration patience,
        @DefaultValue Map<String, Ledger> sources) {

    /**
     * A ledger.
     *
     * @param url where its service answers over HTTP, for its keys and to find a first difference
     * @param keys its public keys, as C2SP verifier keys, also those it no longer signs with; if there are none, those it
     *     gives at first use are believed
     */
    record Ledger(@Nullable URI url, @DefaultValue({}) List<String> keys) {}
}
