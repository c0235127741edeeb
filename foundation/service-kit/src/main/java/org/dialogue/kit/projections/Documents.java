package org.dialogue.kit.projections;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of a projection. Each is replaced only as it was read: whoever was overtaken between reading and writing
 * finds nothing to replace, reads again and judges anew, so that no document ever goes back.
 *
 * @param <S> the entries
 */
final class Documents<S> {

    static final String ASCENDING = "keys";
    static final String DESCENDING = "down";

    private static final String ID = "_id";
    private static final String FORMAT = "format";
    private static final String VERSION = "version";
    private static final String BUILD = "build";
    private static final String ENTRY = "entry";

    private final MongoCollection<Document> collection;
    private final ProjectionDefinition<?, S> definition;
    private final JsonMapper json = EventJson.mapper();
    private final String format;

    Documents(MongoDatabase database, ProjectionDefinition<?, S> definition) {
        this.collection = database.getCollection(definition.collection());
        this.definition = definition;
        this.format = definition.formatMark();
        for (ProjectionDefinition.Field<S> field : definition.fields()) {
            collection.createIndex(Indexes.ascending(ASCENDING + "." + field.name(), ID));
            if (field.sortable()) {
                collection.createIndex(Indexes.ascending(DESCENDING + "." + field.name(), ID));
            }
        }
    }

    /**
     * A document.
     *
     * @param entry read when it is asked for
     * @param version of the last event that is in it: its sequence or its position
     * @param build how often it was rebuilt; tells two documents of one version apart
     * @param ours whether it is in this build's format; if not, the rest says nothing
     */
    record Kept<S>(Supplier<S> entry, long version, long build, boolean ours) {}

    /** What a document is to become. */
    record Change<S>(S entry, long version, boolean rebuilt) {}

    /**
     * Writes one document, as often as it takes to do so without being overtaken.
     *
     * @param judge is told what there is, null if nothing; answers null to leave it
     */
    void write(String id, Function<@Nullable Kept<S>, @Nullable Change<S>> judge) {
        while (true) {
            Document before = collection.find(eq(ID, id)).first();
            Kept<S> kept = before == null ? null : kept(before);
            Change<S> change = judge.apply(kept);
            if (change == null) {
                return;
            }
            long build = kept == null || !kept.ours() ? 0 : kept.build();
            Document after = document(id, change, change.rebuilt() ? build + 1 : build);
            if (before == null ? insert(after) : replace(before, after)) {
                return;
            }
        }
    }

    /** The same for the first event of an aggregate: mostly there is nothing yet, so that is tried before it is looked up. */
    void writeFirst(String id, Function<@Nullable Kept<S>, @Nullable Change<S>> judge) {
        Change<S> change = judge.apply(null);
        if (change != null && !insert(document(id, change, change.rebuilt() ? 1 : 0))) {
            write(id, judge);
        }
    }

    private boolean insert(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private boolean replace(Document before, Document after) {
        return collection.replaceOne(asRead(before), after).getMatchedCount() == 1;
    }

    /** A field that an older build did not write is null, which is what a missing one equals. */
    private static Bson asRead(Document read) {
        return and(
                eq(ID, read.getString(ID)),
                eq(FORMAT, read.get(FORMAT)),
                eq(VERSION, read.get(VERSION)),
                eq(BUILD, read.get(BUILD)));
    }

    private Document document(String id, Change<S> change, long build) {
        Document ascending = new Document();
        Document descending = new Document();
        for (ProjectionDefinition.Field<S> field : definition.fields()) {
            Object value = field.value().apply(change.entry());
            ascending.append(field.name(), FieldKey.ascending(value));
            if (field.sortable()) {
                descending.append(field.name(), FieldKey.descending(value));
            }
        }
        return new Document(ID, id)
                .append(FORMAT, format)
                .append(VERSION, change.version())
                .append(BUILD, build)
                .append(ENTRY, json.writeValueAsString(change.entry()))
                .append(ASCENDING, ascending)
                .append(DESCENDING, descending);
    }

    private Kept<S> kept(Document document) {
        return format.equals(document.get(FORMAT))
                ? new Kept<>(() -> entry(document), document.getLong(VERSION), document.getLong(BUILD), true)
                : new Kept<>(() -> entry(document), -1, 0, false);
    }

    private S entry(Document document) {
        return json.readValue(document.getString(ENTRY), definition.type());
    }

    Optional<S> find(String id) {
        return Optional.ofNullable(
                        collection.find(and(eq(ID, id), eq(FORMAT, format))).first())
                .map(this::entry);
    }

    Page<S> page(ListQuery query) {
        ListReading reading = new ListReading(definition, query);
        List<Document> found = collection
                .find(and(eq(FORMAT, format), reading.filter()))
                .sort(reading.sort())
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        return Page.of(found, query.limit(), reading::cursor).map(this::entry);
    }

    long count() {
        return collection.countDocuments();
    }

    /** The document's place, from 1, among those that meet the condition, in the order of versions. */
    OptionalLong rank(String id, ListQuery.Condition among) {
        Document document = collection.find(and(eq(ID, id), eq(FORMAT, format))).first();
        if (document == null) {
            return OptionalLong.empty();
        }
        Bson filter = new ListReading(definition, ListQuery.page(null, 1).where(among)).filter();
        return OptionalLong.of(
                collection.countDocuments(and(eq(FORMAT, format), filter, lte(VERSION, document.getLong(VERSION)))));
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        collection
                .find()
                .projection(Projections.include(ID))
                .forEach(document -> ids.add(String.valueOf(document.get(ID))));
        return ids;
    }

    void remove(String id) {
        collection.deleteOne(eq(ID, id));
    }
}
