package org.dialogue.dialogues.question;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.Objects;
import org.bson.Document;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.springframework.stereotype.Component;

/** The ids in the collection {@code assignment_ids}, where the first writer wins. */
@Component
class MongoAssignmentIds implements AssignmentIds {

    private static final FindOneAndUpdateOptions RESERVE =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> owners;

    MongoAssignmentIds(MongoDatabase database) {
        owners = database.getCollection("assignment_ids");
    }

    @Override
    public QuestionId ownerOf(AssignmentId id, QuestionId asking) {
        Document owner = owners.findOneAndUpdate(
                Filters.eq("_id", id.value()), Updates.setOnInsert("question", asking.value()), RESERVE);
        return new QuestionId(
                Objects.requireNonNull(owner, "an upsert returns what it wrote").getString("question"));
    }
}
