package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Two collections live through the same; one has indexes, the other answers from all its documents, because it keeps even
 * the ids under a name of its own. Whatever is asked, they answer alike.
 */
class IndexedQueriesTest {

    private static final List<Document> INDEXES = List.of(
            new Document("a", 1),
            new Document("a", 1).append("_id", 1),
            new Document("b", -1),
            new Document("b", 1).append("_id", -1),
            new Document("a", 1).append("b", 1).append("_id", 1),
            new Document("b", 1).append("a", -1),
            new Document("c.d", 1).append("_id", 1),
            new Document("c", 1),
            new Document("e.x", 1).append("e.y", 1),
            new Document("e.y", 1),
            new Document("b", 1).append("e.x", 1).append("_id", 1));

    /** Some way into its life the collection gets the rest of its indexes. */
    private record Life(List<Document> indexes, List<Document> later, List<Step> steps, List<Query> queries) {}

    private record Query(Document filter, Document sort, int skip, int limit) {}

    /** A change; the document or the update may mean nothing to some kinds. */
    private record Step(Kind kind, int id, Document filter, Document document, Document update) {}

    private enum Kind {
        INSERT,
        REPLACE,
        UPDATE,
        UPDATE_MANY,
        FIND_AND_UPDATE,
        DELETE,
        DELETE_MANY
    }

    @Property(tries = 400)
    void indexesChangeNoAnswer(@ForAll("lives") Life life) {
        try (MongoClient client = MongoClients.create(TestServers.mongoUri())) {
            MongoDatabase database = client.getDatabase("indexed-" + UUID.randomUUID());
            try {
                Pair pair = new Pair(database);
                pair.index(life.indexes());
                List<Step> steps = life.steps();
                steps.subList(0, steps.size() / 2).forEach(pair::take);
                pair.index(life.later());
                steps.subList(steps.size() / 2, steps.size()).forEach(pair::take);
                life.queries().forEach(pair::compare);
            } finally {
                database.drop();
            }
        }
    }

    @Example
    void anAlternativeThatAnIndexSettlesIsOnlyAPartOfTheQuery() {
        try (MongoClient client = MongoClients.create(TestServers.mongoUri())) {
            MongoDatabase database = client.getDatabase("indexed-" + UUID.randomUUID());
            Pair pair = new Pair(database);
            pair.index(List.of(new Document("e.x", 1)));
            for (int id = 1; id <= 50; id++) {
                Document stored = new Document("_id", id)
                        .append("e", List.of(new Document("x", id == 1 ? "told" : "another " + id)));
                pair.indexed.insertOne(stored);
                pair.plain.insertOne(stored);
            }
            Document alternative = new Document("e", new Document("$elemMatch", new Document("x", "told")));
            Document missing = new Document("e", new Document("$exists", false));

            for (Document other : List.of(missing, new Document("_id", 2))) {
                pair.compare(new Query(
                        new Document("$and", List.of(new Document("$or", List.of(alternative)), other)),
                        new Document("_id", 1),
                        0,
                        5));
            }
            database.drop();
        }
    }

    @Property(tries = 25)
    void indexesAreTheSameAfterARestart(@ForAll("lives") Life life) throws Exception {
        Path data = Files.createTempDirectory("indexed-");
        for (int part = 0; part < 2; part++) {
            try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(data, 0);
                    MongoClient client = MongoClients.create(mongo.connectionString())) {
                Pair pair = new Pair(client.getDatabase("indexed"));
                pair.index(life.indexes());
                life.queries().forEach(pair::compare);
                life.steps().forEach(pair::take);
                life.queries().forEach(pair::compare);
            }
        }
    }

    /** The same documents with indexes and without. */
    private static final class Pair {

        private final MongoCollection<Document> indexed;
        private final MongoCollection<Document> plain;

        Pair(MongoDatabase database) {
            this.indexed = database.getCollection("indexed");
            this.plain = database.getCollection("plain");
        }

        void index(List<Document> indexes) {
            for (Document index : indexes) {
                try {
                    indexed.createIndex(index, new IndexOptions());
                } catch (MongoException parallel) {
                    assertThat(parallel).hasMessageContaining("parallel arrays");
                }
            }
        }

        void take(Step step) {
            try {
                change(indexed, step, step.filter(), "_id");
            } catch (MongoException refused) {
                // An id that exists, or two arrays in one index: neither is to change.
                return;
            }
            change(plain, step, renamed(step.filter()), "id");
        }

        private static void change(MongoCollection<Document> in, Step step, Document filter, String idName) {
            Document byId = new Document(idName, step.id());
            // Of large documents the server decodes only what is asked about.
            Document document = new Document("filler", "x".repeat(step.id() % 3 * 1_200))
                    .append("more", List.of(new Document("a", new Binary(new byte[9]))));
            document.putAll(step.document());
            document.append(idName, step.id());
            switch (step.kind()) {
                case INSERT -> in.insertOne(document);
                case REPLACE -> in.replaceOne(byId, document, new ReplaceOptions().upsert(true));
                case UPDATE -> in.updateOne(byId, step.update(), new UpdateOptions().upsert(step.id() % 2 == 0));
                case UPDATE_MANY -> in.updateMany(filter, new Document("$set", new Document("b", step.id())));
                case FIND_AND_UPDATE -> in.findOneAndUpdate(byId, step.update());
                case DELETE -> in.deleteOne(byId);
                case DELETE_MANY -> in.deleteMany(filter);
            }
        }

        void compare(Query query) {
            List<Document> all;
            try {
                all = found(plain, new Query(renamed(query.filter()), renamed(query.sort()), 0, 0));
            } catch (MongoException cannot) {
                return;
            }
            List<Document> without = new ArrayList<>(all);
            List<Document> with = found(indexed, new Query(query.filter(), query.sort(), 0, 0));
            assertThat(ids(with, "_id"))
                    .describedAs("%s of %s", query, all(indexed))
                    .containsExactlyInAnyOrderElementsOf(ids(without, "id"));
            assertThat(indexed.countDocuments(query.filter())).isEqualTo(all.size());
            if (!query.sort().keySet().stream()
                    .allMatch(path -> all.stream().allMatch(document -> hasItsPlace(document, path)))) {
                return;
            }
            if (query.sort().containsKey("_id")) {
                assertThat(ids(with, "_id"))
                        .describedAs("%s of %s", query, all(indexed))
                        .isEqualTo(ids(without, "id"));
                assertThat(ids(found(indexed, query), "_id"))
                        .describedAs("%s of %s", query, all(indexed))
                        .isEqualTo(ids(
                                found(
                                        plain,
                                        new Query(
                                                renamed(query.filter()),
                                                renamed(query.sort()),
                                                query.skip(),
                                                query.limit())),
                                "id"));
            } else {
                Set<Object> some = new HashSet<>(ids(found(indexed, query), "_id"));
                int left = Math.max(0, all.size() - query.skip());
                assertThat(some).hasSize(query.limit() == 0 ? left : Math.min(left, query.limit()));
                assertThat(ids(without, "id")).containsAll(some);
            }
        }

        /** The embedded server sorts what is empty, or an array in an array, one way or another. */
        private static boolean hasItsPlace(@Nullable Object value, String path) {
            if (value instanceof List<?> array) {
                return !array.isEmpty()
                        && array.stream().noneMatch(List.class::isInstance)
                        && array.stream().allMatch(element -> hasItsPlace(element, path));
            }
            if (path.isEmpty() || !(value instanceof Document document)) {
                return true;
            }
            int dot = path.indexOf('.');
            return hasItsPlace(
                    document.get(dot < 0 ? path : path.substring(0, dot)), dot < 0 ? "" : path.substring(dot + 1));
        }

        private static List<Document> found(MongoCollection<Document> in, Query query) {
            FindIterable<Document> found = in.find(query.filter());
            if (!query.sort().isEmpty()) {
                found.sort(query.sort());
            }
            return found.skip(query.skip()).limit(query.limit()).batchSize(3).into(new ArrayList<>());
        }

        private static List<Document> all(MongoCollection<Document> in) {
            return in.find().into(new ArrayList<>());
        }

        private static List<Object> ids(List<Document> documents, String name) {
            return documents.stream().map(document -> document.get(name)).toList();
        }

        private static Document renamed(Document query) {
            Document renamed = new Document();
            query.forEach((key, value) -> renamed.append(key.equals("_id") ? "id" : key, renamedIn(value)));
            return renamed;
        }

        private static @Nullable Object renamedIn(@Nullable Object value) {
            if (value instanceof List<?> list) {
                return list.stream().map(Pair::renamedIn).toList();
            }
            return value instanceof Document document ? renamed(document) : value;
        }
    }

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<List<Document>> indexes = Arbitraries.of(INDEXES).list().ofMaxSize(4);
        return Combinators.combine(
                        indexes,
                        indexes,
                        steps().list().ofMinSize(5).ofMaxSize(40),
                        queries().list().ofMinSize(1).ofMaxSize(12))
                .as(Life::new);
    }

    private Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(10, Kind.INSERT),
                                Tuple.of(4, Kind.REPLACE),
                                Tuple.of(4, Kind.UPDATE),
                                Tuple.of(1, Kind.UPDATE_MANY),
                                Tuple.of(1, Kind.FIND_AND_UPDATE),
                                Tuple.of(2, Kind.DELETE),
                                Tuple.of(1, Kind.DELETE_MANY)),
                        Arbitraries.integers().between(0, 30),
                        filters(),
                        documents(),
                        updates())
                .as(Step::new);
    }

    private Arbitrary<Document> documents() {
        return Combinators.combine(
                        values().injectDuplicates(0.3),
                        values(),
                        values(),
                        elements(),
                        Arbitraries.integers().between(0, 31))
                .as((a, b, d, e, parts) -> {
                    Document document = new Document();
                    append(document, "a", a, parts, 0);
                    append(document, "b", b, parts, 1);
                    append(document, "c", new Document("d", d), parts, 2);
                    append(document, "e", e, parts, 3);
                    return document;
                });
    }

    private static void append(Document document, String name, @Nullable Object value, int parts, int bit) {
        if ((parts & 1 << bit) != 0) {
            document.append(name, value);
        }
    }

    private Arbitrary<Document> updates() {
        return Combinators.combine(
                        Arbitraries.of("$set", "$unset", "$push", "$inc"),
                        Arbitraries.of("a", "b", "c.d", "c", "e"),
                        scalars())
                .as((operator, path, value) -> new Document(
                        operator, new Document(path, operator.equals("$inc") ? Integer.valueOf(1) : value)));
    }

    /** What {@code e} holds: most often documents in an array. */
    private Arbitrary<Object> elements() {
        Arbitrary<Object> element = Combinators.combine(scalars().injectNull(0.1), scalars(), Arbitraries.of(1, 2, 3))
                .as((x, y, parts) -> {
                    Document document = new Document();
                    append(document, "x", x, parts, 0);
                    append(document, "y", y, parts, 1);
                    return (Object) document;
                });
        return Arbitraries.frequencyOf(
                Tuple.of(8, element.list().ofMaxSize(3).map(list -> (Object) list)),
                Tuple.of(2, element),
                Tuple.of(1, values()),
                Tuple.of(1, values().map(value -> (Object) List.of(new Document("x", value), new Document("y", 1)))));
    }

    private Arbitrary<Object> values() {
        Arbitrary<Object> list = scalars().list().ofMaxSize(3).map(values -> (Object) values);
        return Arbitraries.frequencyOf(
                Tuple.of(12, scalars()),
                Tuple.of(2, list),
                Tuple.of(1, list.list().ofMaxSize(2).map(values -> (Object) values)),
                Tuple.of(1, oddities()));
    }

    private static Arbitrary<Object> oddities() {
        return Arbitraries.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                new Decimal128(1),
                4_000_000_000.5,
                1e300,
                new Document("x", List.of(1, 2)));
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.of(Arrays.asList(
                        null,
                        -1,
                        0,
                        1,
                        2,
                        1L,
                        4_000_000_000L,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        (1L << 53) + 1,
                        -0.0,
                        0.5,
                        -1.5,
                        2.0,
                        "",
                        "a",
                        "a\0",
                        "ab",
                        "b",
                        "\uD83D\uDE00",
                        "\uFFFD",
                        true,
                        false,
                        new Date(-1),
                        new Date(5),
                        new ObjectId("000000000000000000000001"),
                        new ObjectId("ff0000000000000000000001"),
                        new Binary(new byte[] {1, -1}),
                        new Binary(new byte[] {-1}),
                        new Document("x", 1),
                        new Document("x", 1).append("y", null),
                        new Document("x", "a"),
                        new Document()))
                .map(value -> value);
    }

    private Arbitrary<Document> filters() {
        Arbitrary<Document> one = Combinators.combine(
                        Arbitraries.of("a", "a", "b", "c.d", "c", "e.x", "e.y", "e", "_id"), operands())
                .as(Document::new);
        Arbitrary<Document> element = Combinators.combine(
                        operands(), operands(), Arbitraries.of(1, 2, 3), Arbitraries.of("e", "a"))
                .as((x, y, parts, path) -> {
                    Document both = new Document();
                    append(both, "x", x, parts, 0);
                    append(both, "y", y, parts, 1);
                    return new Document(path, new Document("$elemMatch", both));
                });
        // As a ledger asks for an aggregate's events: the index alone tells what matches.
        Arbitrary<Document> known = Combinators.combine(
                        Arbitraries.of("a", "b", "", "x"),
                        Arbitraries.integers().between(-2, 3),
                        Arbitraries.integers().between(-2, 3),
                        Arbitraries.of(1, 2, 3),
                        Arbitraries.of("e", "a"))
                .as((x, from, to, parts, path) -> {
                    Document both = new Document();
                    append(both, "x", x, parts, 0);
                    append(both, "y", new Document("$gte", from).append("$lt", to), parts, 1);
                    return new Document(path, new Document("$elemMatch", both));
                });
        Arbitrary<Document> simple =
                Arbitraries.frequencyOf(Tuple.of(6, one), Tuple.of(1, element), Tuple.of(2, known));
        Arbitrary<List<Document>> several = simple.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Document> nested = Combinators.combine(Arbitraries.of("$and", "$or"), several)
                .as((operator, parts) -> new Document(operator, parts));
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(new Document())),
                Tuple.of(5, simple),
                Tuple.of(4, several.map(parts -> {
                    Document all = new Document();
                    parts.forEach(all::putAll);
                    return all;
                })),
                Tuple.of(2, nested),
                Tuple.of(
                        2,
                        Combinators.combine(nested, simple)
                                .as((some, more) -> new Document("$and", List.of(some, more)))));
    }

    private Arbitrary<Object> operands() {
        Arbitrary<Object> ranges = Combinators.combine(
                        Arbitraries.maps(Arbitraries.of("$gt", "$gte", "$lt", "$lte"), scalars())
                                .ofMinSize(1)
                                .ofMaxSize(2),
                        Arbitraries.of(true, false))
                .as((range, elementMatch) -> {
                    Document operators = new Document(Map.copyOf(withoutNulls(range)));
                    return elementMatch ? operators : (Object) operators;
                });
        return Arbitraries.frequencyOf(
                Tuple.of(6, scalars()),
                Tuple.of(5, ranges),
                Tuple.of(2, scalars().list().ofMaxSize(4).map(values -> (Object) new Document("$in", values))),
                Tuple.of(1, scalars().map(value -> (Object) new Document("$ne", value))),
                Tuple.of(1, scalars().map(value -> (Object) new Document("$not", new Document("$gt", value)))),
                Tuple.of(1, Arbitraries.of(true, false).map(there -> (Object) new Document("$exists", there))),
                Tuple.of(1, ranges.map(range -> (Object) new Document("$elemMatch", range))),
                Tuple.of(1, scalars().list().ofMinSize(1).ofMaxSize(2).map(values -> (Object) values)),
                Tuple.of(1, Arbitraries.just((Object) new Document("$eq", 1))));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> range) {
        range.values().removeIf(Objects::isNull);
        return range.isEmpty() ? Map.of("$gte", 0) : range;
    }

    private Arbitrary<Query> queries() {
        Arbitrary<Document> sorts = Combinators.combine(
                        Arbitraries.of("a", "b", "c.d", "e.x")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(true, true, false))
                .as((paths, directions, byId) -> {
                    Document sort = new Document();
                    List<String> all = new ArrayList<>(paths);
                    all.addAll(byId ? List.of("_id") : Collections.emptyList());
                    for (int i = 0; i < all.size(); i++) {
                        sort.append(all.get(i), (directions & 1 << i) == 0 ? 1 : -1);
                    }
                    return sort;
                });
        return Combinators.combine(
                        filters(),
                        sorts,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 6))
                .as(Query::new);
    }
}
