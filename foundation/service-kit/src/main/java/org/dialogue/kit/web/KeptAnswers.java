package org.dialogue.kit.web;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Which requests were made under an Idempotency-Key, and how they were answered. A request whose process died is claimed
 * anew after a while.
 */
final class KeptAnswers {

    private static final String BODY = "bodyDigest";
    private static final String CLAIMED_UNTIL = "claimedUntil";
    private static final String ANSWER = "answer";

    private final MongoCollection<Document> requests;
    private final Clock clock;
    private final Duration claimedFor;

    /**
     * Keeps answers in a collection.
     *
     * @param kept how long
     * @param claimedFor how long a request may take before another attempt takes its place
     */
    KeptAnswers(MongoCollection<Document> requests, Clock clock, Duration kept, Duration claimedFor) {
        this.requests = requests;
        this.clock = clock;
        this.claimedFor = claimedFor;
        requests.createIndex(
                Indexes.ascending("madeAt"), new IndexOptions().expireAfter(kept.toSeconds(), TimeUnit.SECONDS));
    }

    enum Verdict {
        FIRST,
        REPEATED,
        UNDER_WAY,
        OTHER_BODY
    }

    record Claim(Verdict verdict, Optional<Answer> answer) {

        static Claim of(Verdict verdict) {
            return new Claim(verdict, Optional.empty());
        }
    }

    Claim claim(RequestKey key) {
        Instant now = clock.instant();
        try {
            requests.insertOne(new Document("_id", key.id())
                    .append(BODY, key.bodyDigest())
                    .append("madeAt", Date.from(now))
                    .append(CLAIMED_UNTIL, Date.from(now.plus(claimedFor))));
            return Claim.of(Verdict.FIRST);
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
        Document known = requests.find(eq("_id", key.id())).first();
        // Released between the two looks: the caller repeats it.
        return known == null ? Claim.of(Verdict.UNDER_WAY) : judge(key, known, now);
    }

    private Claim judge(RequestKey key, Document known, Instant now) {
        if (!key.bodyDigest().equals(known.getString(BODY))) {
            return Claim.of(Verdict.OTHER_BODY);
        }
        Document answer = known.get(ANSWER, Document.class);
        if (answer != null) {
            return new Claim(Verdict.REPEATED, Optional.of(Answer.from(answer)));
        }
        Date claimedUntil = known.getDate(CLAIMED_UNTIL);
        boolean abandoned = claimedUntil.toInstant().isBefore(now);
        return Claim.of(abandoned && takeOver(key, claimedUntil, now) ? Verdict.FIRST : Verdict.UNDER_WAY);
    }

    private boolean takeOver(RequestKey key, Date claimedUntil, Instant now) {
        return requests.updateOne(
                                and(eq("_id", key.id()), eq(CLAIMED_UNTIL, claimedUntil), exists(ANSWER, false)),
                                set(CLAIMED_UNTIL, Date.from(now.plus(claimedFor))))
                        .getModifiedCount()
                == 1;
    }

    void keep(RequestKey key, Answer answer) {
        requests.updateOne(eq("_id", key.id()), combine(set(ANSWER, answer.toDocument()), unset(CLAIMED_UNTIL)));
    }

    void release(RequestKey key) {
        requests.deleteOne(and(eq("_id", key.id()), exists(ANSWER, false)));
    }
}
