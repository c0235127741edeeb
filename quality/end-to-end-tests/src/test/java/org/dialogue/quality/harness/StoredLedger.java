package org.dialogue.quality.harness;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A ledger as it lies in its collection, read from the documents themselves: a mistake in the ledger's own code must
 * not hide here.
 */
public final class StoredLedger {

    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private long treeSize;

    /**
     * Reads the whole of a ledger.
     *
     * @param client of the MongoDB where it is stored
     * @param realm whose it is
     * @param database the last word of the database's name
     */
    StoredLedger(MongoClient client, String realm, String database) {
        this.name = databaseName(realm, database);
        commits(client, name).find().sort(Sorts.ascending("_id")).forEach(this::add);
    }

    private static String databaseName(String realm, String database) {
        return realm.replace('-', '_') + "_" + database;
    }

    private static MongoCollection<BsonDocument> commits(MongoClient client, String name) {
        return client.getDatabase(name).getCollection("events", BsonDocument.class);
    }

    private void add(BsonDocument commit) {
        long position = commit.getInt64("_id").getValue();
        for (BsonValue event : commit.getArray("events")) {
            entries.add(entry(position++, event.asDocument()));
        }
        treeSize = commit.getInt64("treeSize").getValue();
    }

    private static Entry entry(long position, BsonDocument event) {
        BsonDocument origin = event.getDocument("origin", new BsonDocument());
        return new Entry(
                position,
                event.getString("id").getValue(),
                event.getString("name").getValue(),
                event.getString("aggregateId").getValue(),
                event.getInt64("sequence").getValue(),
                new String(event.getBinary("payload").getData(), StandardCharsets.UTF_8),
                origin.getString("source", new BsonString("")).getValue(),
                origin.getInt64("position", new BsonInt64(0)).getValue());
    }

    /** {@return the events in order} */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * Counts the events of a ledger without reading them.
     *
     * @return the number of leaves in its tree; 0 if there is no ledger yet
     */
    static long count(MongoClient client, String realm, String database) {
        BsonDocument last = commits(client, databaseName(realm, database))
                .find()
                .sort(Sorts.descending("_id"))
                .projection(Projections.include("treeSize"))
                .first();
        return last == null ? 0 : last.getInt64("treeSize").getValue();
    }

    /** {@return how many events there are} */
    public int size() {
        return entries.size();
    }

    /** {@return what happened to each aggregate, by its id: the names of its events in order} */
    public Map<String, List<String>> names() {
        return entries.stream().collect(groupingBy(Entry::aggregateId, mapping(Entry::name, toList())));
    }

    /**
     * The aggregates that an event happened to, in order.
     *
     * @param event the logical name
     * @return one id for each such event
     */
    public List<String> aggregatesWith(String event) {
        return entries.stream()
                .filter(entry -> entry.name().equals(event))
                .map(Entry::aggregateId)
                .toList();
    }

    /** Asserts that nothing is missing, doubled or out of order. */
    public void assertWhole() {
        assertThat(entries).as("%s has events", name).isNotEmpty();
        assertThat(entries.stream().map(Entry::position))
                .as("positions in %s", name)
                .containsExactlyElementsOf(upTo(1, entries.size()));
        assertThat(treeSize).as("leaves in the tree of %s", name).isEqualTo(entries.size());
        assertThat(entries.stream().map(Entry::id)).as("event ids in %s", name).doesNotHaveDuplicates();
        sequences()
                .forEach((aggregate, sequences) -> assertThat(sequences)
                        .as("sequence of %s in %s", aggregate, name)
                        .containsExactlyElementsOf(upTo(0, sequences.size() - 1)));
    }

    /**
     * Asserts that this ledger holds the whole of another one, in its order and with its bytes.
     *
     * @param source what it is called in the origin of copies
     * @param original the ledger copied
     */
    public void assertCopyOf(String source, StoredLedger original) {
        List<Entry> copies =
                entries.stream().filter(entry -> entry.source().equals(source)).toList();
        assertThat(copies.stream().map(Entry::sourcePosition))
                .as("positions of %s copied into %s", original.name, name)
                .containsExactlyElementsOf(upTo(1, original.entries.size()));
        assertThat(copies.stream().map(Entry::content))
                .as("events of %s copied into %s", original.name, name)
                .containsExactlyElementsOf(
                        original.entries.stream().map(Entry::content).toList());
    }

    private Map<String, List<Long>> sequences() {
        return entries.stream().collect(groupingBy(Entry::aggregateId, mapping(Entry::sequence, toList())));
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /**
     * An event with its place.
     *
     * @param position from 1
     * @param sequence its number within its aggregate, from 0
     * @param source for a copy, the ledger it comes from, else empty
     * @param sourcePosition for a copy, its position there, else 0
     */
    public record Entry(
            long position,
            String id,
            String name,
            String aggregateId,
            long sequence,
            String payload,
            String source,
            long sourcePosition) {

        private List<Object> content() {
            return List.of(id, name, aggregateId, sequence, payload);
        }
    }
}
