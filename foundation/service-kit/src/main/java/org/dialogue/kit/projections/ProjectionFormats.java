package org.dialogue.kit.projections;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;

/** In which format the documents of each projection are. */
final class ProjectionFormats {

    private static final String FORMAT = "format";

    private final MongoCollection<Document> formats;

    ProjectionFormats(MongoDatabase database) {
        formats = database.getCollection("projections");
    }

    boolean isCurrent(ProjectionDefinition<?, ?> definition) {
        Document known = formats.find(eq("_id", definition.collection())).first();
        return known != null && definition.formatMark().equals(known.getString(FORMAT));
    }

    void setCurrent(ProjectionDefinition<?, ?> definition) {
        formats.replaceOne(
                eq("_id", definition.collection()),
                new Document("_id", definition.collection()).append(FORMAT, definition.formatMark()),
                new ReplaceOptions().upsert(true));
    }
}
