package org.dialogue.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.Optional;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Everything that is in a ledger's collection, for those who do not believe that it is all commits. */
class StoredDocuments {

    private static final Bson A_NUMBER = gte(CommitDocument.ID, Long.MIN_VALUE);

    private final MongoCollection<RawBsonDocument> documents;

    /** As the primary has them: a new one may not know yet that they are confirmed, see {@link ConfirmedCommits}. */
    private final MongoCollection<RawBsonDocument> confirmed;

    StoredDocuments(MongoCollection<RawBsonDocument> documents) {
        this.documents = documents;
        this.confirmed = documents.withReadConcern(ReadConcern.LOCAL);
    }

    /** The greatest {@code _id} that is a number of any kind. */
    Optional<BsonNumber> greatestId() {
        return Optional.ofNullable(documents
                        .find(A_NUMBER)
                        .sort(descending(CommitDocument.ID))
                        .projection(include(CommitDocument.ID))
                        .limit(1)
                        .first())
                .map(document -> document.getNumber(CommitDocument.ID));
    }

    /**
     * The documents between two numbers, in order.
     *
     * @param after the {@code _id} to begin behind; null for the first there is
     * @param last the last {@code _id}, known to be confirmed
     */
    MongoCursor<RawBsonDocument> inOrder(@Nullable BsonValue after, BsonNumber last, int batchSize) {
        Bson upToLast = lte(CommitDocument.ID, last);
        return confirmed
                .find(after == null ? upToLast : and(gt(CommitDocument.ID, after), upToLast))
                .sort(ascending(CommitDocument.ID))
                .batchSize(batchSize)
                .cursor();
    }

    /** Some {@code _id} that is no number, if there is any. */
    Optional<BsonValue> stranger() {
        return Optional.ofNullable(documents
                        .find(not(A_NUMBER))
                        .projection(include(CommitDocument.ID))
                        .first())
                .map(document -> document.get(CommitDocument.ID));
    }
}
