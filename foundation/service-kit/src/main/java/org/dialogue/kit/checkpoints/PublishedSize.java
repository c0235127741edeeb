package org.dialogue.kit.checkpoints;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;

/** The size of the last checkpoint that a topic is known to hold. Instances share it; it never goes back. */
final class PublishedSize {

    private static final String SIZE = "size";

    private final MongoCollection<Document> published;
    private final String topic;

    PublishedSize(MongoCollection<Document> published, String topic) {
        this.published = published;
        this.topic = topic;
    }

    /** {@return the size, 0 before the first} */
    long get() {
        return Optional.ofNullable(published.find(eq(topic)).first())
                .map(document -> document.getLong(SIZE))
                .orElse(0L);
    }

    void advanceTo(long size) {
        published.updateOne(eq(topic), Updates.max(SIZE, size), new UpdateOptions().upsert(true));
    }
}
