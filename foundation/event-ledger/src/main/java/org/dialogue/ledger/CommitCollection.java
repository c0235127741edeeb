package org.dialogue.ledger;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Every statement the ledger sends to its collection. Writes and reads are confirmed by a majority and go to the
 * primary: what was read once cannot be rolled back.
 */
class CommitCollection {

    private static final String EVENT_ID = CommitDocument.EVENTS + "." + CommitDocument.EVENT_ID;
    private static final String AGGREGATE_ID = CommitDocument.EVENTS + "." + CommitDocument.AGGREGATE_ID;
    private static final String SEQUENCE = CommitDocument.EVENTS + "." + CommitDocument.SEQUENCE;

    private static final String SEQUENCE_INDEX = "aggregate_sequence";
    private static final int NEARBY = 8;

    /** Also how long closing may take. */
    private static final long LONGEST_WAIT_FOR_CHANGES_MILLIS = 500;

    private final MongoDatabase database;
    private final MongoCollection<RawBsonDocument> commits;

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

    /** Does nothing where the indexes exist. */
    void createIndexes() {
        commits.createIndexes(List.of(
                new IndexModel(
                        ascending(AGGREGATE_ID, SEQUENCE),
                        new IndexOptions().unique(true).name(SEQUENCE_INDEX)),
                new IndexModel(
                        ascending(EVENT_ID), new IndexOptions().unique(true).name("event_id")),
                new IndexModel(
                        ascending(CommitDocument.APPENDED_AT, CommitDocument.ID),
                        new IndexOptions().name("appended_at")),
                new IndexModel(
                        ascending(CommitDocument.NEWEST_TIMESTAMP, CommitDocument.ID),
                        new IndexOptions().name("newest_timestamp"))));
    }

    /** Only replica sets and clusters made of them have change streams. */
    boolean hasChangeStreams() {
        // The older name of "hello", which every server knows.
        Document hello = database.runCommand(new Document("isMaster", 1));
        return hello.containsKey("setName") || "isdbgrid".equals(hello.getString("msg"));
    }

    /** Tells of each commit that a majority has confirmed from now on, by its {@code _id} alone. */
    MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> changes() {
        return commits.watch(
                        List.of(match(eq("operationType", "insert")), project(include("operationType", "documentKey"))))
                .maxAwaitTime(LONGEST_WAIT_FOR_CHANGES_MILLIS, TimeUnit.MILLISECONDS)
                .cursor();
    }

    void insert(RawBsonDocument commit) {
        commits.insertOne(commit);
    }

    /** The commit whose first event has this position, as an end of history. */
    Optional<Tip> tipAt(long firstPosition) {
        return tip(commits.find(eq(CommitDocument.ID, firstPosition)));
    }

    Optional<Tip> lastTip() {
        return tip(commits.find().sort(descending(CommitDocument.ID)).limit(1));
    }

    Optional<Tip> lastTipRecordedBy(long millis) {
        return tip(commits.find(lte(CommitDocument.APPENDED_AT, new BsonDateTime(millis)))
                .sort(descending(CommitDocument.APPENDED_AT, CommitDocument.ID))
                .limit(1));
    }

    /** The first commit up to which some event happened at this time or later. */
    Optional<Tip> firstTipReaching(long millis) {
        return tip(commits.find(gte(CommitDocument.NEWEST_TIMESTAMP, new BsonDateTime(millis)))
                .sort(ascending(CommitDocument.NEWEST_TIMESTAMP, CommitDocument.ID))
                .limit(1));
    }

    /** The commit whose first event has this position. */
    Optional<RawBsonDocument> commitAt(long firstPosition) {
        return Optional.ofNullable(
                commits.find(eq(CommitDocument.ID, firstPosition)).first());
    }

    /** The commit that holds this position, or the last one before it. */
    @Nullable
    RawBsonDocument holding(long position) {
        return commits.find(lte(CommitDocument.ID, position))
                .sort(descending(CommitDocument.ID))
                .limit(1)
                .first();
    }

    /** Commits that start in this range, in order. */
    MongoCursor<RawBsonDocument> startingIn(long from, long to, int batchSize) {
        return commits.find(and(gte(CommitDocument.ID, from), lte(CommitDocument.ID, to)))
                .sort(ascending(CommitDocument.ID))
                .batchSize(batchSize)
                .cursor();
    }

    /**
     * Hands over the commits with events of the aggregate, at most so many. They come in the order of the index, lowest
     * sequences first: sorting them by {@code _id} would have the server hold them all.
     */
    void ofAggregate(String aggregateId, long fromSequence, int limit, Consumer<RawBsonDocument> reader) {
        commits.find(sequenceIn(aggregateId, fromSequence, Long.MAX_VALUE))
                .hintString(SEQUENCE_INDEX)
                .limit(limit)
                .forEach(reader);
    }

    Optional<RawBsonDocument> lastOfAggregate(String aggregateId) {
        return Optional.ofNullable(commits.find(sequenceIn(aggregateId, 0, Long.MAX_VALUE))
                .hintString(SEQUENCE_INDEX)
                .sort(descending(CommitDocument.ID))
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
                .forEach(commit -> CommitDocument.events(commit).forEach(recorded -> neighbours.add(recorded.event())));
        return neighbours;
    }

    /** The commit that holds this position, or the last one before it, as an end of history. */
    Optional<Tip> tipHolding(long position) {
        return tip(nearby(position)).or(() -> tip(upTo(position)));
    }

    /** The commit that holds this position, or the last one before it. */
    Optional<RawBsonDocument> commitHolding(long position) {
        return Optional.ofNullable(nearby(position).first())
                .or(() -> Optional.ofNullable(upTo(position).first()));
    }

    /** The ids of all events of the commit that holds this one. */
    Optional<RawBsonDocument> withEvent(String eventId) {
        return Optional.ofNullable(commits.find(eq(EVENT_ID, eventId))
                .projection(include(EVENT_ID))
                .first());
    }

    /** The greatest {@code _id} that is a number of any kind. */
    Optional<BsonNumber> greatestId() {
        return Optional.ofNullable(commits.find(gte(CommitDocument.ID, Long.MIN_VALUE))
                        .sort(descending(CommitDocument.ID))
                        .projection(include(CommitDocument.ID))
                        .limit(1)
                        .first())
                .map(commit -> commit.getNumber(CommitDocument.ID));
    }

    /** Every document up to an {@code _id}, in order, whatever it may be. */
    MongoCursor<RawBsonDocument> inOrderUpTo(BsonNumber last, int batchSize) {
        return commits.find(lte(CommitDocument.ID, last))
                .sort(ascending(CommitDocument.ID))
                .batchSize(batchSize)
                .cursor();
    }

    /** Some {@code _id} that is no number, if there is any. */
    Optional<BsonValue> stranger() {
        return Optional.ofNullable(commits.find(not(gte(CommitDocument.ID, Long.MIN_VALUE)))
                        .projection(include(CommitDocument.ID))
                        .first())
                .map(document -> document.get(CommitDocument.ID));
    }

    /** One predicate a field, so that the index serves both. */
    private static Bson sequenceIn(String aggregateId, long from, long to) {
        BsonDocument range = new BsonDocument("$gte", new BsonInt64(from)).append("$lte", new BsonInt64(to));
        return elemMatch(
                CommitDocument.EVENTS,
                new BsonDocument(CommitDocument.AGGREGATE_ID, new BsonString(aggregateId))
                        .append(CommitDocument.SEQUENCE, range));
    }

    private FindIterable<RawBsonDocument> upTo(long position) {
        return lastOf(lte(CommitDocument.ID, position));
    }

    /**
     * The last commit up to a position, if it starts not far before. Few commits are larger, and every server serves
     * equality by index; the embedded one would scan the collection for a range.
     */
    private FindIterable<RawBsonDocument> nearby(long position) {
        return lastOf(in(
                CommitDocument.ID,
                LongStream.rangeClosed(position - NEARBY + 1, position).boxed().toList()));
    }

    private FindIterable<RawBsonDocument> lastOf(Bson commitsUpToPosition) {
        return commits.find(commitsUpToPosition)
                .sort(descending(CommitDocument.ID))
                .limit(1);
    }

    private static Optional<Tip> tip(FindIterable<RawBsonDocument> found) {
        return Optional.ofNullable(
                        found.projection(exclude(CommitDocument.EVENTS)).first())
                .map(CommitDocument::tip);
    }
}
