package org.dialogue.answers.knowledge;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.dialogue.events.Identifier;
import org.dialogue.kit.events.EventJson;
import tools.jackson.databind.json.JsonMapper;

/** One collection of what is known: one document for each thing, written whole, so that a repeat changes nothing. */
final class Kept<T> {

    private static final String VALUE = "value";

    private final MongoCollection<Document> collection;
    private final Class<T> type;
    private final JsonMapper json = EventJson.mapper();

    Kept(MongoCollection<Document> collection, Class<T> type) {
        this.collection = collection;
        this.type = type;
    }

    Optional<T> find(Identifier id) {
        Document found = collection.find(eq("_id", id.value())).first();
        return Optional.ofNullable(found).map(document -> json.convertValue(document.get(VALUE), type));
    }

    void keep(Identifier id, T value) {
        Document document =
                new Document("_id", id.value()).append(VALUE, Document.parse(json.writeValueAsString(value)));
        collection.replaceOne(eq("_id", id.value()), document, new ReplaceOptions().upsert(true));
    }
}
