package org.dialogue.reports.witness;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.dialogue.ledger.checkpoint.Algorithm;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose signatures are believed: the keys an operator has configured; where there are none, those that the publisher
 * itself gave when its first checkpoint came, and from then on no others.
 */
final class KnownKeys {

    private static final Logger LOG = LoggerFactory.getLogger(KnownKeys.class);
    private static final String KEYS = "keys";
    private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MongoCollection<Document> pinned;
    private final Clock clock;
    private final Map<String, List<VerifierKey>> known = new ConcurrentHashMap<>();
    private final Map<String, Long> askedAt = new ConcurrentHashMap<>();

    KnownKeys(MongoDatabase database, Clock clock) {
        this.pinned = database.getCollection("witness_keys");
        this.clock = clock;
    }

    /** The keys; asks nobody for them. None while they are not known. */
    List<VerifierKey> known(Source source) {
        if (!source.keys().isEmpty()) {
            return source.keys();
        }
        List<VerifierKey> keys = remembered(source);
        if (keys.isEmpty()) {
            keys = load(source.name());
            known.put(source.name(), keys);
        }
        return keys;
    }

    /** The keys as far as this process has met them; asks nobody and reads nothing. */
    List<VerifierKey> remembered(Source source) {
        return source.keys().isEmpty() ? known.getOrDefault(source.name(), List.of()) : source.keys();
    }

    /** The keys; asks the publisher for them if none are known. None while it does not answer. */
    List<VerifierKey> of(Source source, Publisher publisher) {
        List<VerifierKey> keys = known(source);
        Long asked = askedAt.get(source.name());
        boolean askNow = asked == null || System.nanoTime() - asked > ASK_AGAIN_NANOS;
        if (!keys.isEmpty() || source.url() == null || !askNow) {
            return keys;
        }
        try {
            pin(source, publisher.keys());
        } catch (Publisher.Unreachable silent) {
            LOG.warn("The checkpoints of {} wait for its keys: {}", source.name(), silent.getMessage());
        } finally {
            // Not when it was asked: one that keeps us waiting must not hold up the other ledgers all the time.
            askedAt.put(source.name(), System.nanoTime());
        }
        return known(source);
    }

    /** The same for the same keys, in whatever order they were configured. */
    static String fingerprint(List<VerifierKey> keys) {
        return Fingerprint.of(keys.stream().map(VerifierKey::text).sorted().toArray(String[]::new));
    }

    private void pin(Source source, List<VerifierKey> given) {
        List<String> texts = given.stream()
                .filter(key ->
                        key.algorithm() == Algorithm.ED25519 && key.name().equals(source.origin()))
                .map(VerifierKey::text)
                .toList();
        if (texts.isEmpty()) {
            throw new Publisher.Unreachable("%s gives no key of the name %s".formatted(source.url(), source.origin()));
        }
        pinned.updateOne(
                eq("_id", source.name()),
                combine(setOnInsert(KEYS, texts), setOnInsert("pinnedAt", Date.from(clock.instant()))),
                new UpdateOptions().upsert(true));
        LOG.warn(
                "From now on the keys that {} gave at first use are believed: {}. Compare them with what its operator tells"
                        + " you, and set dialogue.witness.sources.{}.keys",
                source.url(),
                texts,
                source.name());
    }

    private List<VerifierKey> load(String source) {
        Document found = pinned.find(eq("_id", source)).first();
        return found == null
                ? List.of()
                : found.getList(KEYS, String.class).stream()
                        .map(VerifierKey::parse)
                        .toList();
    }
}
