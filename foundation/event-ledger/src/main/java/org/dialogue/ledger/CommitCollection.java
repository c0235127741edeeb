package org.dialogue.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * The statements by which the ledger writes to its collection, and looks for its end, for ids, aggregates and times. Writes
 * and reads are confirmed by a majority and go to the primary: what was read once cannot be rolled back.
 */
class CommitCollection {

    private static final String EVENT_ID = CommitDocument.EVENTS + "." + CommitDocument.EVENT_ID;
    private static final String AGGREGATE_ID = CommitDocument.EVENTS + "." + CommitDocument.AGGREGATE_ID;
    private static final String SEQUENCE = CommitDocument.EVENTS + "." + CommitDocument.SEQUENCE;
    private static final String BY_SEQUENCE = "aggregate_sequence";

    private final MongoDatabase database;
    private final MongoCollection<RawBsonDocument> commits;
    private final RecentCommits recent = new RecentCommits();

    CommitCollection(MongoDatabase database, String name) {
        this.database = database;
        this.commits = database.getCollection(name, RawBsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** Database and collection. */
    String name() {
        return commits.getNamespace().getFullName();
    }

    /**
     * Two indexes keep ids and sequences unique, and serve what is asked by them; two serve what is asked by time. Does
     * nothing where they exist.
     */
    void createIndexes() {
        commits.createIndexes(List.of(
                new IndexModel(
                        ascending(AGGREGATE_ID, SEQUENCE),
                        new IndexOptions().name(BY_SEQUENCE).unique(true)),
                new IndexModel(
                        ascending(EVENT_ID), new IndexOptions().name("event_id").unique(true)),
                new IndexModel(
                        ascending(CommitDocument.APPENDED_AT, CommitDocument.ID),
                        new IndexOptions().name("appended_at")),
                new IndexModel(
                        ascending(CommitDocument.NEWEST_TIMESTAMP, CommitDocument.ID),
                        new IndexOptions().name("newest_timestamp"))));
    }

    /** The same collection, for those who know that what they ask for is confirmed. */
    ConfirmedCommits confirmed() {
        return new ConfirmedCommits(commits, recent);
    }

    /** The same, always from the server: for those who prove or export what is stored. */
    ConfirmedCommits stored() {
        return new ConfirmedCommits(commits, new RecentCommits());
    }

    CommitChanges changes() {
        return new CommitChanges(database, commits);
    }

    /**
     * @param commit remembered for readers once it is stored, so that nobody may change its bytes any more
     */
    void insert(RawBsonDocument commit) {
        commits.insertOne(commit);
        recent.add(commit);
    }

    /** The commit whose first event has this position, as an end of history. */
    Optional<LedgerHead> headAt(long firstPosition) {
        return head(commits.find(eq(CommitDocument.ID, firstPosition)));
    }

    Optional<LedgerHead> lastHead() {
        return head(commits.find().sort(descending(CommitDocument.ID)).limit(1));
    }

    Optional<LedgerHead> lastHeadRecordedBy(long millis) {
        return head(commits.find(lte(CommitDocument.APPENDED_AT, new BsonDateTime(millis)))
                .sort(descending(CommitDocument.APPENDED_AT, CommitDocument.ID))
                .limit(1));
    }

    /** The first commit up to which some event happened at this time or later. */
    Optional<LedgerHead> firstHeadReaching(long millis) {
        return head(commits.find(gte(CommitDocument.NEWEST_TIMESTAMP, new BsonDateTime(millis)))
                .sort(ascending(CommitDocument.NEWEST_TIMESTAMP, CommitDocument.ID))
                .limit(1));
    }

    /** The commit whose first event has this position. */
    Optional<RawBsonDocument> commitAt(long firstPosition) {
        return Optional.ofNullable(
                commits.find(eq(CommitDocument.ID, firstPosition)).first());
    }

    /**
     * Hands over the commits with events of the aggregate, at most so many. They come in the order of the index, lowest
     * sequences first: sorting them by {@code _id} would have the server hold them all.
     */
    void ofAggregate(String aggregateId, long fromSequence, int limit, Consumer<RawBsonDocument> reader) {
        commits.find(sequenceIn(aggregateId, fromSequence, Long.MAX_VALUE))
                .hintString(BY_SEQUENCE)
                .limit(limit)
                .forEach(reader);
    }

    /** Aggregates and sequences of the newest commit with an event of this aggregate. */
    Optional<RawBsonDocument> lastOfAggregate(String aggregateId) {
        return Optional.ofNullable(commits.find(sequenceIn(aggregateId, 0, Long.MAX_VALUE))
                .hintString(BY_SEQUENCE)
                .sort(descending(CommitDocument.ID))
                .projection(include(AGGREGATE_ID, SEQUENCE))
                .limit(1)
                .first());
    }

    /** Which of these ids commits have that start before a position. */
    Set<String> idsBefore(long position, Set<String> ids) {
        Set<String> stored = new HashSet<>();
        commits.find(and(in(EVENT_ID, ids), lt(CommitDocument.ID, position)))
                .projection(include(EVENT_ID))
                .forEach(commit -> stored.addAll(CommitDocument.eventIds(commit)));
        stored.retainAll(ids);
        return stored;
    }

    /** Events whose aggregate and sequence are near those of the given ones, in commits that start before a position. */
    List<LedgerEvent> neighboursBefore(long position, List<LedgerEvent> events) {
        Map<String, LongSummaryStatistics> sequences = events.stream()
                .collect(Collectors.groupingBy(
                        LedgerEvent::aggregateId, Collectors.summarizingLong(LedgerEvent::sequence)));
        List<Bson> ranges = new ArrayList<>();
        sequences.forEach((aggregate, range) -> ranges.add(sequenceIn(aggregate, range.getMin(), range.getMax())));
        List<LedgerEvent> neighbours = new ArrayList<>();
        commits.find(and(or(ranges), lt(CommitDocument.ID, position)))
                .forEach(commit -> StoredEvents.all(commit).forEach(recorded -> neighbours.add(recorded.event())));
        return neighbours;
    }

    /** The ids of all events of the commit that holds this one. */
    Optional<RawBsonDocument> withEvent(String eventId) {
        return Optional.ofNullable(commits.find(eq(EVENT_ID, eventId))
                .projection(include(EVENT_ID))
                .first());
    }

    /** The commit that holds this event, whole. */
    Optional<RawBsonDocument> commitWithEvent(String eventId) {
        return Optional.ofNullable(commits.find(eq(EVENT_ID, eventId)).first());
    }

    /** One predicate a field, so that the index serves both. */
    private static Bson sequenceIn(String aggregateId, long from, long to) {
        BsonDocument range = new BsonDocument("$gte", new BsonInt64(from)).append("$lte", new BsonInt64(to));
        return elemMatch(
                CommitDocument.EVENTS,
                new BsonDocument(CommitDocument.AGGREGATE_ID, new BsonString(aggregateId))
                        .append(CommitDocument.SEQUENCE, range));
    }

    private static Optional<LedgerHead> head(FindIterable<RawBsonDocument> found) {
        return Optional.ofNullable(
                        found.projection(exclude(CommitDocument.EVENTS)).first())
                .map(CommitDocument::head);
    }
}
