package org.dialogue.kit.consuming;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.dialogue.kit.paging.OpaqueCursor;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What people did to parked letters: only ever added to, and before it is done. */
final class DeadLetterActs {

    /**
     * What a person did to a parked letter.
     *
     * @param at when
     * @param by the person's subject
     * @param act what
     * @param group what the letter waited for
     * @param letter its id; absent where all letters were meant
     * @param about what it was about
     * @param reason the person's reason, where one is asked for
     */
    record DeadLetterAct(
            Instant at,
            String by,
            Kind act,
            @Nullable String group,
            @Nullable String letter,
            @Nullable String about,
            @Nullable String reason) {

        /** What was done. */
        enum Kind {
            /** An auditor looked at its bytes. */
            LOOKED_AT,
            /** An operator had it tried again, with all that waits behind it. */
            RETRIED,
            /** An operator had all letters tried again. */
            ALL_RETRIED,
            /** An operator discarded it. */
            DISCARDED
        }
    }

    private final MongoCollection<Document> acts;

    DeadLetterActs(MongoCollection<Document> acts) {
        this.acts = acts;
    }

    void record(DeadLetterAct act) {
        acts.insertOne(new Document("at", act.at().toString())
                .append("by", act.by())
                .append("act", act.act().name())
                .append("group", act.group())
                .append("letter", act.letter())
                .append("about", act.about())
                .append("reason", act.reason()));
    }

    /** In the order in which they were recorded. */
    Page<DeadLetterAct> page(@Nullable String cursor, int limit) {
        InvalidInput.checkAll(() -> Page.requireLimit(limit), () -> after(cursor));
        List<Document> found = acts.find(after(cursor))
                .sort(Sorts.ascending("_id"))
                .limit(limit + 1)
                .into(new ArrayList<>());
        return Page.of(
                        found,
                        limit,
                        last -> OpaqueCursor.of(last.getObjectId("_id").toHexString()))
                .map(DeadLetterActs::act);
    }

    private static Bson after(@Nullable String cursor) {
        return cursor == null ? Filters.empty() : Filters.gt("_id", objectId(OpaqueCursor.read(cursor)));
    }

    private static ObjectId objectId(String text) {
        if (!ObjectId.isValid(text)) {
            throw OpaqueCursor.malformed();
        }
        return new ObjectId(text);
    }

    private static DeadLetterAct act(Document document) {
        return new DeadLetterAct(
                Instant.parse(document.getString("at")),
                document.getString("by"),
                DeadLetterAct.Kind.valueOf(document.getString("act")),
                document.getString("group"),
                document.getString("letter"),
                document.getString("about"),
                document.getString("reason"));
    }
}
