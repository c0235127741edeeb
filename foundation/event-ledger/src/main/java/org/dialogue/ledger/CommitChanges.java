package org.dialogue.ledger;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** What the server tells of new commits, if it is one that tells. */
class CommitChanges {

    /** Also how long closing may take. */
    private static final long LONGEST_WAIT_MILLIS = 500;

    private final MongoDatabase database;
    private final MongoCollection<RawBsonDocument> commits;

    CommitChanges(MongoDatabase database, MongoCollection<RawBsonDocument> commits) {
        this.database = database;
        this.commits = commits;
    }

    /** Only replica sets and clusters made of them have change streams. */
    boolean areTold() {
        // The older name of "hello", which every server knows.
        Document hello = database.runCommand(new Document("isMaster", 1));
        return hello.containsKey("setName") || "isdbgrid".equals(hello.getString("msg"));
    }

    /**
     * Tells of each commit that a majority has confirmed from now on, by its {@code _id} alone. The driver goes on after
     * failures that pass; the server ends the stream for good when the collection is dropped or renamed.
     */
    MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> open() {
        return commits.watch(
                        List.of(match(eq("operationType", "insert")), project(include("operationType", "documentKey"))))
                .maxAwaitTime(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)
                .cursor();
    }
}
