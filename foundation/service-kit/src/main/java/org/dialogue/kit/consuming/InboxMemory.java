package org.dialogue.kit.consuming;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/**
 * One number per source: the position up to which its events have been handled or parked. This, not Kafka's offsets, is
 * the truth. Two instances cannot both move it: the slower one finds that it has moved.
 */
final class InboxMemory {

    private static final String POSITION = "position";

    private final MongoCollection<Document> consumed;
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final Map<String, Long> stored = new HashMap<>();

    InboxMemory(MongoCollection<Document> consumed) {
        this.consumed = consumed;
    }

    /** Forgets what is held in memory, because another instance may have moved on. */
    synchronized void reload() {
        positions.clear();
        stored.clear();
    }

    /** {@return the position of every source there is, as stored} */
    Map<String, Long> all() {
        Map<String, Long> all = new HashMap<>();
        consumed.find().forEach(known -> all.put(known.getString("_id"), known.getLong(POSITION)));
        return all;
    }

    long position(String source) {
        return positions.computeIfAbsent(source, this::load);
    }

    private synchronized long load(String source) {
        Document known = consumed.find(eq("_id", source)).first();
        long position = known == null ? 0 : known.getLong(POSITION);
        stored.put(source, position);
        return position;
    }

    /** Moves on by one event, in memory. Until that is stored, a crash has the event handled again. */
    void advance(String source, long position) {
        position(source);
        positions.put(source, position);
    }

    /**
     * Stores how far it has moved.
     *
     * @throws MovedByAnother if another instance has moved meanwhile; its position counts then
     */
    synchronized void store() {
        positions.forEach((source, position) -> {
            long before = stored.getOrDefault(source, 0L);
            if (position != before) {
                if (!(before == 0 ? insert(source, position) : update(source, before, position))) {
                    reload();
                    throw new MovedByAnother(source, position);
                }
                stored.put(source, position);
            }
        });
    }

    private boolean insert(String source, long position) {
        try {
            consumed.insertOne(new Document("_id", source).append(POSITION, position));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    private boolean update(String source, long before, long position) {
        return consumed.updateOne(and(eq("_id", source), eq(POSITION, before)), set(POSITION, position))
                        .getMatchedCount()
                == 1;
    }

    /** Another instance handles the same source; this one must look again. */
    static final class MovedByAnother extends RuntimeException {

        MovedByAnother(String source, long position) {
            super("another instance has moved on at " + source + " " + position);
        }
    }
}
