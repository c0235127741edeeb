package org.dialogue.answers.integration;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.springframework.stereotype.Component;

/** The policies' own memory of which assignments belong to a question; written before the commands it will serve. */
@Component
class QuestionSlots {

    private final MongoCollection<Document> slots;

    QuestionSlots(MongoDatabase database) {
        slots = database.getCollection("question_slots");
        slots.createIndex(Indexes.ascending("question"));
    }

    void remember(QuestionId question, AssignmentId assignment) {
        Document slot = new Document("_id", assignment.value()).append("question", question.value());
        slots.replaceOne(eq("_id", assignment.value()), slot, new ReplaceOptions().upsert(true));
    }

    List<AssignmentId> of(QuestionId question) {
        return slots.find(eq("question", question.value()))
                .map(slot -> new AssignmentId(slot.getString("_id")))
                .into(new ArrayList<>());
    }
}
