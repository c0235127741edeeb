package org.dialogue.ledger.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dialogue.ledger.CommitLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is set under {@code ledger.*}. Only the origin has to be.
 *
 * @param origin Name of the ledger, unique in the world, such as example.org/orders. Checkpoints and their key
 *     bear it, so it stays the same while the ledger lives. Without spaces and plus signs.
 * @param database Database that holds the ledger. By default the application's only bean of type MongoDatabase, or else
 *     the database named in the connection string, or else ledger.
 * @param collection Collection of the events.
 * @param checkpoints Collection of the checkpoints. That of the keys is called the same with _keys behind it.
 * @param writer Name of this process, stored with what it appends. By default the application's name and something random.
 * @param pollInterval How long an event appended by another process may go unseen where the server has no change streams.
 * @param batchSize How many commits a reader fetches at a time at most.
 * @param maxCommitEvents Greatest number of events in a commit.
 * @param maxCommitSize Greatest size of a commit, 12 MB at most.
 * @param signingKeyFile File that holds the Ed25519 key which signs checkpoints, in PEM (PKCS #8).
 * @param signingKey The same key as text, in place of a file, for environment variables: PEM, or PEM in Base64.
 * @param createKeyFile Whether to make a new key if the file does not exist. Only its owner can then read the file.
 * @param formerKeys Public keys that signed before, as verifier keys (name+id+key). If given, only these and the present
 *     one are believed; by default all that are kept with the checkpoints are.
 * @param checkpointEvery How long after the one before a checkpoint is issued, if there is news.
 * @param checkpointEveryEvents After how many events a checkpoint is issued, however soon.
 * @param web What is served over HTTP.
 */
@ConfigurationProperties("ledger")
public record LedgerProperties(
        @Nullable String origin,
        @Nullable String database,
        @DefaultValue("events") String collection,
        @DefaultValue("checkpoints") String checkpoints,
        @Nullable String writer,
        @DefaultValue("100ms") Duration pollInterval,
        @DefaultValue("4000") int batchSize,
        @DefaultValue("4096") int maxCommitEvents,
        @DefaultValue("8MB") DataSize maxCommitSize,
        @Nullable Path signingKeyFile,
        @Nullable String signingKey,
        @DefaultValue("false") boolean createKeyFile,
        @Nullable List<String> formerKeys,
        @DefaultValue("1m") Duration checkpointEvery,
        @DefaultValue("1000") long checkpointEveryEvents,
        @DefaultValue Web web) {

    /**
     * What is served over HTTP.
     *
     * @param enabled Whether checkpoints, keys, tree heads and proofs are served. They are hashes and signatures, and
     *     tell nothing of the events.
     * @param path Where they are served.
     * @param export Whether the export is served too. It holds every event whole: protect its address first.
     */
    public record Web(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("/ledger") String path,
            @DefaultValue("false") boolean export) {}

    /**
     * @throws IllegalArgumentException if there is no origin
     */
    public LedgerProperties {
        if (origin == null || origin.isBlank()) {
            throw new IllegalArgumentException(
                    "Set ledger.origin to a name for this ledger that no other has, such as example.org/orders");
        }
        // An environment variable that is set to nothing names nothing.
        database = blankToNull(database);
        writer = blankToNull(writer);
        signingKey = blankToNull(signingKey);
        signingKeyFile = signingKeyFile == null || signingKeyFile.toString().isBlank() ? null : signingKeyFile;
    }

    /** The origin, which is there. */
    @Override
    public String origin() {
        return origin == null ? "" : origin;
    }

    CommitLimits limits() {
        return new CommitLimits(maxCommitEvents, Math.toIntExact(maxCommitSize.toBytes()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
