package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of ledgers and lists, of which there are 2,000 documents, and how few of them are looked at. */
class QueryPlanTest {

    private static final int DOCUMENTS = 2_000;

    private final StoreDatabase database =
            new StoreDatabase("plans", MVStore.open(null), new CursorRegistry(), StoreChanges.UNNOTED);
    private final StoreCollection documents =
            (StoreCollection) database.createCollectionOrThrowIfExists("documents", CollectionOptions.withDefaults());

    @BeforeEach
    void fill() {
        index(true, "events.aggregate", "events.sequence");
        index(true, "events.id");
        index(false, "appendedAt", "_id");
        index(false, "keys.stage", "_id");
        index(false, "keys.title", "_id");
        index(false, "down.title", "_id");
        index(true, "programme", "number");
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.addDocument(new Document("_id", (long) i)
                    .append("format", "1")
                    .append("appendedAt", i / 2)
                    .append("programme", "p" + i % 2)
                    .append("number", i)
                    .append(
                            "events",
                            List.of(event("a" + i % 200, i / 200, "x" + i), event("b" + i % 200, i / 200, "y" + i)))
                    .append("keys", new Document("stage", "s" + i % 4).append("title", "t" + i))
                    .append("down", new Document("title", "d" + i)));
        }
    }

    private void index(boolean unique, String... fields) {
        List<IndexKey> keys = new ArrayList<>();
        for (String field : fields) {
            keys.add(new IndexKey(field, true));
        }
        documents.addIndex(
                unique
                        ? database.openOrCreateUniqueIndex("documents", String.join("_", fields), keys, false)
                        : database.openOrCreateSecondaryIndex("documents", String.join("_", fields), keys, false));
    }

    private static Document event(String aggregate, int sequence, String id) {
        return new Document("aggregate", aggregate).append("sequence", sequence).append("id", id);
    }

    @Test
    void findsByIdAndWalksIds() {
        assertThat(plan(eq("_id", 7), null, 1).entries()).isEqualTo(1);
        assertThat(plan(range("_id", "$gte", 1_990, "$lte", 1_995), sort("_id", 1), 0))
                .satisfies(plan -> {
                    assertThat(plan.entries()).isEqualTo(6);
                    assertThat(plan.ordered()).isTrue();
                });
        assertThat(plan(new Document(), sort("_id", -1), 1)).satisfies(plan -> {
            assertThat(plan.ordered()).isTrue();
            assertThat(plan.reverse()).isTrue();
        });
        assertThat(plan(in("_id", 3, 5, 9_999), sort("_id", -1), 1).entries()).isEqualTo(2);
    }

    @Test
    void findsTheEventsOfAnAggregate() {
        QueryPlan ofAggregate = plan(ofAggregate("b17", 2, 5), null, 0);
        assertThat(ofAggregate.entries()).isEqualTo(4);
        assertThat(plan(eq("events.id", "y12"), null, 1).entries()).isEqualTo(1);
        Document both = new Document("$or", List.of(ofAggregate("a1", 0, 3), ofAggregate("b2", 0, 3)));
        assertThat(plan(new Document("$and", List.of(both, range("_id", "$lt", 5_000))), null, 0)
                        .entries())
                .isEqualTo(8);
    }

    @Test
    void knowsWhatMatchesByTheEntriesOfAnAggregateAlone() {
        assertThat(plan(ofAggregate("b17", 2, 5), null, 0).parts())
                .allSatisfy(part -> assertThat(part.matchedArray()).isEqualTo("events"));

        Document ofTwoKinds = ofAggregate("b17", 2, 5).append("format", "1");
        Document open = element(new Document("aggregate", "b17").append("sequence", new Document("$gte", 2)));
        Document fractional = element(
                new Document("aggregate", "b17").append("sequence", new Document("$gte", 2.5).append("$lte", 5)));
        Document further = element(new Document("aggregate", "b17")
                .append("sequence", new Document("$gte", 2).append("$lte", 5))
                .append("name", "raised"));
        assertThat(List.of(ofTwoKinds, open, fractional, further, eq("events.aggregate", "b17")))
                .allSatisfy(query -> assertThat(plan(query, null, 0).parts())
                        .allSatisfy(part -> assertThat(part.matchedArray()).isNull()));
    }

    @Test
    void takesADocumentForNoElement() {
        documents.addDocument(new Document("_id", -1L).append("number", -1).append("events", event("alone", 1, "z")));
        documents.addDocument(
                new Document("_id", -2L).append("number", -2).append("events", List.of(event("listed", 1, "zz"))));

        assertThat(documents
                        .queryDocuments(ofAggregate("alone", 0, 5), null, 0, 0, 0, null)
                        .collectDocuments())
                .isEmpty();
        assertThat(documents
                        .queryDocuments(ofAggregate("listed", 0, 5), null, 0, 0, 0, null)
                        .collectDocuments())
                .hasSize(1);
    }

    @Test
    void findsByTimeInTheOrderOfTime() {
        Document byThen = new Document("appendedAt", -1).append("_id", -1);
        assertThat(plan(range("appendedAt", "$lte", 500), byThen, 1)).satisfies(plan -> {
            assertThat(plan.ordered()).isTrue();
            assertThat(plan.reverse()).isTrue();
            assertThat(plan.entries()).isEqualTo(1_002);
        });
    }

    @Test
    void findsTheLastNumberOfAProgramme() {
        assertThat(plan(eq("programme", "p1"), sort("number", -1), 1)).satisfies(plan -> {
            assertThat(plan.ordered()).isTrue();
            assertThat(plan.reverse()).isTrue();
        });
    }

    @Test
    void turnsAPageOfAListFromItsCursorOn() {
        Document after = new Document(
                "$or",
                List.of(
                        range("down.title", "$lt", "d1002"),
                        new Document("down.title", "d1002").append("_id", new Document("$lt", 1_002))));
        QueryPlan page = plan(
                new Document("$and", List.of(eq("format", "1"), after)),
                new Document("down.title", -1).append("_id", -1),
                51);
        assertThat(page.ordered()).isTrue();
        assertThat(page.parts()).hasSize(1);
        assertThat(page.entries()).isLessThan(20);
    }

    @Test
    void sortsFewRatherThanWalksMany() {
        Document few = new Document("keys.stage", "s1").append("keys.title", "t5");
        assertThat(plan(few, sort("down.title", 1), 10).entries()).isEqualTo(1);
    }

    private QueryPlan plan(Document query, @Nullable Document sort, long needed) {
        List<StoreIndex> indexes = new ArrayList<>();
        documents.getIndexes().forEach(index -> indexes.add((StoreIndex) index));
        return QueryPlan.of(query, sort, needed, documents.ids(), indexes);
    }

    private static Document ofAggregate(String aggregate, int from, int to) {
        return element(
                new Document("aggregate", aggregate).append("sequence", new Document("$gte", from).append("$lte", to)));
    }

    private static Document element(Document conditions) {
        return new Document("events", new Document("$elemMatch", conditions));
    }

    private static Document eq(String field, Object value) {
        return new Document(field, value);
    }

    private static Document in(String field, Object... values) {
        return new Document(field, new Document("$in", List.of(values)));
    }

    private static Document range(String field, Object... operators) {
        Document range = new Document();
        for (int i = 0; i < operators.length; i += 2) {
            range.append((String) operators[i], operators[i + 1]);
        }
        return new Document(field, range);
    }

    private static Document sort(String field, int direction) {
        return new Document(field, direction);
    }
}
