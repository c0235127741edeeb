package org.dialogue.dialogues.listing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.dialogue.events.Identifier;
import org.dialogue.kit.history.Fold;
import org.dialogue.kit.paging.OpaqueCursor;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * One collection of entries, each the fold of one aggregate's events, listed in the order of ids.
 *
 * @param <E> the family of events
 * @param <S> the entries
 */
public final class Listing<E, S> {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final ObjectMapper json;
    private final Class<S> type;
    private final Fold<E, S> fold;

    /**
     * A listing in a collection of its own.
     *
     * @param collection where it is kept
     * @param json how entries are written
     * @param type the entries' class
     * @param fold how events add up to an entry
     */
    public Listing(MongoCollection<Document> collection, ObjectMapper json, Class<S> type, Fold<E, S> fold) {
        this.collection = collection;
        this.json = json;
        this.type = type;
        this.fold = fold;
    }

    /**
     * Applies an event to the entry of its aggregate; does nothing if the entry has seen it already.
     *
     * @param id the aggregate
     * @param sequence the event's number among those of the aggregate, from 0
     * @param event the event
     * @throws IllegalStateException if an event before it is missing
     */
    public void apply(Identifier id, long sequence, E event) {
        Document kept = collection.find(Filters.eq("_id", id.value())).first();
        long seen = kept == null ? -1 : kept.getLong("version");
        if (sequence <= seen) {
            return;
        }
        if (sequence != seen + 1) {
            throw new IllegalStateException(
                    "event " + sequence + " of " + id.value() + " came right after " + seen + " to a listing");
        }
        S entry = fold.after(kept == null ? null : entry(kept), event);
        collection.replaceOne(
                Filters.eq("_id", id.value()),
                new Document("_id", id.value())
                        .append("version", sequence)
                        .append("entry", json.writeValueAsString(entry)),
                UPSERT);
    }

    /**
     * A page of the list.
     *
     * @param cursor where the former page ended; null for the first
     * @param limit how many entries it may hold
     * @return the page
     * @throws InvalidInput if cursor or limit make no sense
     */
    public Page<S> page(@Nullable String cursor, int limit) {
        Page.requireLimit(limit);
        List<Document> found = collection
                .find(cursor == null ? Filters.empty() : Filters.gt("_id", OpaqueCursor.read(cursor)))
                .sort(Sorts.ascending("_id"))
                .limit(limit + 1)
                .into(new ArrayList<>());
        return Page.of(found, limit, last -> OpaqueCursor.of(last.getString("_id")))
                .map(this::entry);
    }

    private S entry(Document kept) {
        return json.readValue(kept.getString("entry"), type);
    }
}
