package org.dialogue.reports.witness;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.dialogue.ledger.tree.CompactRange;

/**
 * Marks along the sources' trees, so that neither a restart nor a question about an earlier size reads all of history
 * again. Nothing is lost with them: they are made again from the own ledger.
 */
final class TreeMarks {

    private static final String SOURCE = "source";
    private static final String SIZE = "size";
    private static final String OWN_POSITION = "ownPosition";
    private static final String FRONTIER = "frontier";

    private final MongoCollection<Document> marks;

    TreeMarks(MongoDatabase database) {
        this.marks = database.getCollection("witness_trees");
        marks.createIndex(ascending(SOURCE, SIZE));
    }

    void keep(String source, TreeMark mark) {
        String id = source + "/" + mark.tree().size();
        List<Binary> frontier = mark.tree().frontier().stream().map(Binary::new).toList();
        marks.replaceOne(
                eq("_id", id),
                new Document("_id", id)
                        .append(SOURCE, source)
                        .append(SIZE, mark.tree().size())
                        .append(OWN_POSITION, mark.ownPosition())
                        .append(FRONTIER, frontier),
                new ReplaceOptions().upsert(true));
    }

    /** The furthest mark of a source at a size or before it. */
    TreeMark atMost(String source, long size) {
        Document found = marks.find(and(eq(SOURCE, source), lte(SIZE, size)))
                .sort(descending(SIZE))
                .first();
        return found == null ? TreeMark.START : mark(found);
    }

    private static TreeMark mark(Document found) {
        List<byte[]> frontier = found.getList(FRONTIER, Binary.class).stream()
                .map(Binary::getData)
                .toList();
        return new TreeMark(found.getLong(OWN_POSITION), CompactRange.of(found.getLong(SIZE), frontier));
    }
}
