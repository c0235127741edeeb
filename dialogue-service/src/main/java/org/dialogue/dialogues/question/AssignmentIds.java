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
import org.dialogue.kit.rules.RuleViolation;
import org.springframework.stereotype.Component;

/**
 * Gives each assignment id to one question, once and for all. An assignment is part of its question here but stands by
 * itself in answer-service, where an id in use by two questions would stop the later one. An id reserved by a command
 * that was then refused stays with its question, which may use it later.
 */
@Component
public class AssignmentIds {

    private static final FindOneAndUpdateOptions RESERVE =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> owners;

    AssignmentIds(MongoDatabase database) {
        owners = database.getCollection("assignment_ids");
    }

    /**
     * Reserves an id for a question; does nothing if it has it already.
     *
     * @throws RuleViolation {@code assignment-id-taken} if another question has it
     */
    public void reserve(AssignmentId id, QuestionId question) {
        Document owner = owners.findOneAndUpdate(
                Filters.eq("_id", id.value()), Updates.setOnInsert("question", question.value()), RESERVE);
        if (!question.value()
                .equals(Objects.requireNonNull(owner, "an upsert returns what it wrote")
                        .getString("question"))) {
            throw new RuleViolation("assignment-id-taken", id + " belongs to another question");
        }
    }
}
