package org.dialogue.kit.commands;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.dialogue.events.MetadataKeys;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows which commands of a {@link KeyedRequest} have been carried out. The ledger remembers, for good, those that recorded
 * events; a collection remembers, for some days, those that found nothing to record, so that a repeat does not take effect
 * just because things have changed since. No answer is kept.
 *
 * <p>The digest of a request stands in the metadata of its events, which are published and never erased, while bodies name
 * people. So it is an HMAC-SHA-256 whose key is a secret of this database and the Idempotency-Key together: it says whether
 * two bodies are the same, and nothing else to anybody who lacks either of them.
 */
public final class IdempotencyStore {

    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final String SECRET = "secret";
    private static final String TARGET = "aggregateId";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventLedger ledger;
    private final MongoCollection<Document> remembered;
    private final Clock clock;
    private final byte[] secret;

    /**
     * Opens the store, and removes what older builds kept: whole answers.
     *
     * @param remembered the collection beside the ledger
     * @param kept how long it is remembered that a command recorded nothing
     */
    IdempotencyStore(EventLedger ledger, MongoCollection<Document> remembered, Clock clock, Duration kept) {
        this.ledger = ledger;
        this.remembered = remembered;
        this.clock = clock;
        remembered.deleteMany(
                Filters.and(Filters.ne("_id", SECRET), Filters.exists(MetadataKeys.REQUEST_DIGEST, false)));
        remembered.createIndex(
                Indexes.ascending("madeAt"), new IndexOptions().expireAfter(kept.toSeconds(), TimeUnit.SECONDS));
        this.secret = secret();
    }

    /**
     * Begins to serve a request under an Idempotency-Key.
     *
     * @param identity what makes two requests the same
     * @param query the raw query; null for none
     * @param ifMatch the condition; null for none
     * @param body as it came
     * @return the request, which knows whether its first command has been carried out
     * @throws IdempotencyKeyReused if the key came with something else before
     */
    public KeyedRequest begin(
            KeyedRequest.Identity identity, @Nullable String query, @Nullable String ifMatch, byte[] body) {
        String digest = digest(identity.key(), orEmpty(query), orEmpty(ifMatch), body);
        KeyedRequest unknown = new KeyedRequest(identity, digest, null);
        return find(unknown.nextCommand())
                .map(target -> new KeyedRequest(identity, digest, target))
                .orElseGet(() -> new KeyedRequest(identity, digest, null));
    }

    /**
     * Looks whether a command has been carried out.
     *
     * @return the aggregate it reached, or empty if it has not been
     * @throws IdempotencyKeyReused if another request under the same key was
     */
    Optional<String> find(KeyedRequest.Command command) {
        Optional<Known> known = ledger.find(command.eventId(0))
                .map(recorded -> Known.of(recorded.event()))
                .or(() -> Optional.ofNullable(
                                remembered.find(eq("_id", command.id())).first())
                        .map(Known::of));
        if (known.isPresent() && !known.get().requestDigest().equals(command.requestDigest())) {
            throw new IdempotencyKeyReused();
        }
        return known.map(Known::target);
    }

    /** Remembers that a command found nothing to record. */
    void recordedNothing(KeyedRequest.Command command, String target) {
        remembered.updateOne(
                eq("_id", command.id()),
                combine(
                        setOnInsert(MetadataKeys.REQUEST_DIGEST, command.requestDigest()),
                        setOnInsert(TARGET, target),
                        setOnInsert("madeAt", Date.from(clock.instant()))),
                new UpdateOptions().upsert(true));
    }

    private String digest(String key, String query, String ifMatch, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(KeyedRequest.framed(secret, key.getBytes(StandardCharsets.UTF_8)), HMAC));
            return HexFormat.of()
                    .formatHex(mac.doFinal(KeyedRequest.framed(
                            query.getBytes(StandardCharsets.UTF_8), ifMatch.getBytes(StandardCharsets.UTF_8), body)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    /** Made once for a database, by whichever instance comes first. */
    private byte[] secret() {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        Document kept = remembered.findOneAndUpdate(
                eq("_id", SECRET),
                setOnInsert(SECRET, new Binary(fresh)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(kept, "an upsert returns what it wrote")
                .get(SECRET, Binary.class)
                .getData();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private record Known(String target, String requestDigest) {

        static Known of(LedgerEvent event) {
            return new Known(
                    event.aggregateId(),
                    JSON.readTree(event.metadata())
                            .path(MetadataKeys.REQUEST_DIGEST)
                            .asString(""));
        }

        static Known of(Document document) {
            return new Known(document.getString(TARGET), document.getString(MetadataKeys.REQUEST_DIGEST));
        }
    }
}
