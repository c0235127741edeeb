package org.dialogue.answers.assignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All assignments, to be listed. Folded from this service's own events by the same fold that the aggregate decides on;
 * each document knows how far it has got, so that an event coming again changes nothing.
 */
@Component
@ProcessingGroup("assignment-list")
public class AssignmentList {

    private static final String VERSION = "version";
    private static final String STATE = "state";
    private static final String BODY = "state.opened.body";
    private static final String STATUS = "state.status";

    private final MongoCollection<Document> list;
    private final JsonMapper json = EventJson.mapper();

    AssignmentList(MongoDatabase database) {
        list = database.getCollection("assignments");
        list.createIndex(Indexes.ascending(BODY, STATUS, "_id"));
    }

    /**
     * Lists assignments in the order of their ids.
     *
     * @param body only of this body, or null for all
     * @param status only those that stand here, or null for all
     * @param after only those after this one, or null to begin
     * @param limit how many at most
     */
    public Page<ListedAssignment> page(
            @Nullable BodyId body, @Nullable AssignmentStatus status, @Nullable AssignmentId after, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(gt("_id", after == null ? "" : after.value()));
        if (body != null) {
            filters.add(eq(BODY, body.value()));
        }
        if (status != null) {
            filters.add(eq(STATUS, status.name()));
        }
        List<ListedAssignment> found = list.find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit + 1)
                .map(document -> ListedAssignment.of(state(document)))
                .into(new ArrayList<>());
        return Page.of(found, limit, last -> last.assignmentId().value());
    }

    @EventHandler
    void on(AssignmentEvent event, @SequenceNumber long sequence) {
        String id = event.assignmentId().value();
        Document before = list.find(eq("_id", id)).first();
        long version = before == null ? -1 : before.getLong(VERSION);
        if (sequence <= version) {
            return;
        }
        if (sequence != version + 1) {
            throw new IllegalStateException(
                    "the list has " + id + " at version " + version + " and cannot take event " + sequence);
        }
        AssignmentState after = AssignmentState.after(before == null ? null : state(before), event);
        Document document = new Document("_id", id)
                .append(VERSION, sequence)
                .append(STATE, Document.parse(json.writeValueAsString(after)));
        list.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    private AssignmentState state(Document document) {
        return json.convertValue(document.get(STATE), AssignmentState.class);
    }
}
