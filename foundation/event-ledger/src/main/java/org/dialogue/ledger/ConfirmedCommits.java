package org.dialogue.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.Optional;
import org.bson.RawBsonDocument;

/**
 * Commits at positions that are known to be confirmed by a majority: nobody may ask for others here.
 *
 * <p>They are read as the primary has them, not as far as it knows them to be confirmed. A new primary has every confirmed
 * commit, but learns only after a moment that it is confirmed; a reader who knows better would take the commit for lost.
 */
class ConfirmedCommits {

    private final MongoCollection<RawBsonDocument> commits;
    private final RecentCommits recent;

    /**
     * @param recent commits that need not be asked for
     */
    ConfirmedCommits(MongoCollection<RawBsonDocument> commits, RecentCommits recent) {
        this.commits = commits.withReadConcern(ReadConcern.LOCAL);
        this.recent = recent;
    }

    /** The commit whose first event has this position, if this process has just stored it. */
    Optional<RawBsonDocument> remembered(long firstPosition) {
        return recent.at(firstPosition);
    }

    /** The commit whose first event has this position, from memory if this process has just stored it. */
    Optional<RawBsonDocument> at(long firstPosition) {
        return remembered(firstPosition).or(() -> first(commits.find(eq(CommitDocument.ID, firstPosition))));
    }

    /** Commits that start in this range, in order. */
    MongoCursor<RawBsonDocument> startingIn(long from, long to, int batchSize) {
        return commits.find(and(gte(CommitDocument.ID, from), lte(CommitDocument.ID, to)))
                .sort(ascending(CommitDocument.ID))
                .batchSize(batchSize)
                .cursor();
    }

    /** The commit that holds this position, or the last one before it, as it is stored now. */
    Optional<RawBsonDocument> holding(long position) {
        return first(upTo(position));
    }

    /** The same as an end of history. */
    Optional<LedgerHead> headHolding(long position) {
        return first(upTo(position).projection(exclude(CommitDocument.EVENTS))).map(CommitDocument::head);
    }

    private FindIterable<RawBsonDocument> upTo(long position) {
        return commits.find(lte(CommitDocument.ID, position))
                .sort(descending(CommitDocument.ID))
                .limit(1);
    }

    private static Optional<RawBsonDocument> first(FindIterable<RawBsonDocument> found) {
        return Optional.ofNullable(found.first());
    }
}
