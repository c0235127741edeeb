package org.dialogue.kit.projections;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.dialogue.kit.paging.OpaqueCursor;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A {@link ListQuery} as the server is asked it, and its cursors. */
final class ListReading {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ID = "_id";

    private final ProjectionDefinition<?, ?> definition;
    private final ListQuery query;
    private final boolean descending;
    private final String key;

    /** @throws InvalidInput naming what is wrong with the query, and all of limit, sort and cursor that make no sense */
    ListReading(ProjectionDefinition<?, ?> definition, ListQuery query) {
        this.definition = definition;
        ListQuery checked = query.provided(() -> Page.requireLimit(query.limit()));
        String sort = query.sort();
        this.descending = sort != null && sort.startsWith("-");
        String field = sort != null && descending ? sort.substring(1) : sort;
        checked = checked.provided(() -> requireSortable(field));
        this.key = field == null ? ID : (descending ? Documents.DESCENDING : Documents.ASCENDING) + "." + field;
        String cursor = query.cursor();
        if (cursor != null) {
            checked = checked.provided(() -> read(cursor));
        }
        if (!checked.violations().isEmpty()) {
            throw new InvalidInput(checked.violations());
        }
        this.query = checked;
    }

    private void requireSortable(@Nullable String field) {
        List<String> sortable = definition.fields().stream()
                .filter(ProjectionDefinition.Field::sortable)
                .map(ProjectionDefinition.Field::name)
                .toList();
        if (field != null && !sortable.contains(field)) {
            String names = String.join(", ", sortable);
            throw new InvalidInput(
                    "sort", "known.sort", "sort must be one of " + names + ", with - before it to descend", names);
        }
    }

    /** Which documents are left from the cursor on. */
    Bson filter() {
        List<Bson> all = new ArrayList<>();
        query.filter().forEach(condition -> all.add(bson(condition)));
        Condition visible = query.visible();
        if (visible != null) {
            all.add(bson(visible));
        }
        String cursor = query.cursor();
        if (cursor != null) {
            all.add(after(cursor));
        }
        return all.isEmpty() ? new Document() : and(all);
    }

    Bson sort() {
        if (key.equals(ID)) {
            return Sorts.ascending(ID);
        }
        return descending ? Sorts.descending(key, ID) : Sorts.ascending(key, ID);
    }

    /** What leads on from a document. */
    String cursor(Document last) {
        return OpaqueCursor.of(JSON.writeValueAsString(List.of(digest(), keyOf(last), last.getString(ID))));
    }

    private String keyOf(Document document) {
        if (key.equals(ID)) {
            return "";
        }
        String[] path = key.split("\\.");
        return document.get(path[0], Document.class).getString(path[1]);
    }

    private Bson after(String cursor) {
        List<String> parts = read(cursor);
        if (!parts.get(0).equals(digest())) {
            throw new InvalidInput(
                    "cursor", "same-list", "a cursor goes on only with the filters and the sort of the page before");
        }
        String id = FieldKey.wellFormed(parts.get(2));
        if (key.equals(ID)) {
            return gt(ID, id);
        }
        String value = FieldKey.wellFormed(parts.get(1));
        return descending
                ? or(lt(key, value), and(eq(key, value), lt(ID, id)))
                : or(gt(key, value), and(eq(key, value), gt(ID, id)));
    }

    /** Its digest, key and id. */
    private static List<String> read(String cursor) {
        try {
            String[] parts = JSON.readValue(OpaqueCursor.read(cursor), String[].class);
            if (parts != null && parts.length == 3 && !Arrays.asList(parts).contains(null)) {
                return List.of(parts);
            }
        } catch (JacksonException notOurs) {
            throw OpaqueCursor.malformed();
        }
        throw OpaqueCursor.malformed();
    }

    private Bson bson(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return eq(path(is.field()), FieldKey.one(is.value()));
        }
        if (condition instanceof Condition.In in) {
            return in(path(in.field()), FieldKey.all(in.values()));
        }
        if (condition instanceof Condition.Between between) {
            Object from = between.from();
            Object before = between.before();
            String path = path(between.field());
            return and(
                    gte(path, from == null ? FieldKey.FIRST : FieldKey.one(from)),
                    lt(path, before == null ? FieldKey.one(null) : FieldKey.one(before)));
        }
        if (condition instanceof Condition.AnyOf any) {
            return or(any.conditions().stream().map(this::bson).toList());
        }
        return and(((Condition.AllOf) condition)
                .conditions().stream().map(this::bson).toList());
    }

    private String path(String field) {
        if (definition.field(field).isEmpty()) {
            throw new IllegalArgumentException(definition.collection() + " has no field " + field);
        }
        return Documents.ASCENDING + "." + field;
    }

    /** Tells lists, filters and sorts apart. */
    private String digest() {
        StringBuilder asked =
                new StringBuilder(definition.collection()).append('\n').append(sorted(query.sort()));
        query.filter()
                .forEach(condition -> asked.append('\n')
                        .append(bson(condition).toBsonDocument().toJson()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(asked.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String sorted(@Nullable String sort) {
        return sort == null ? "" : sort;
    }
}
