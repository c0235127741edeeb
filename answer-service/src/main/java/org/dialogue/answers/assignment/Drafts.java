package org.dialogue.answers.assignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.kit.rules.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps one draft for each assignment. */
@Component
class Drafts {

    private final MongoCollection<Document> drafts;

    Drafts(MongoDatabase database) {
        drafts = database.getCollection("drafts");
    }

    Optional<Draft> find(AssignmentId id) {
        return Optional.ofNullable(drafts.find(eq("_id", id.value())).first()).map(Drafts::draft);
    }

    /**
     * Saves a draft in place of the former one.
     *
     * @param expected the version that the writer has seen, if that is a condition
     * @throws StaleVersion if somebody saved another one since
     */
    Draft save(
            AssignmentId id, OptionalLong expected, int round, List<DraftPart> parts, Instant savedAt, String savedBy) {
        Bson change = combine(
                inc("version", 1L),
                set("round", round),
                set("parts", parts.stream().map(Drafts::document).toList()),
                set("savedAt", Date.from(savedAt)),
                set("savedBy", savedBy));
        Bson target = expected.isPresent()
                ? and(eq("_id", id.value()), eq("version", expected.getAsLong()))
                : eq("_id", id.value());
        Document saved = drafts.findOneAndUpdate(
                target,
                change,
                new FindOneAndUpdateOptions().upsert(expected.isEmpty()).returnDocument(ReturnDocument.AFTER));
        if (saved == null) {
            throw new StaleVersion(expected.orElse(0));
        }
        return draft(saved);
    }

    private static Document document(DraftPart part) {
        Document document = new Document("part", part.part()).append("text", part.text());
        Disposition proposed = part.proposedDisposition();
        return proposed == null ? document : document.append("proposedDisposition", proposed.name());
    }

    private static Draft draft(Document document) {
        return new Draft(
                new AssignmentId(document.getString("_id")),
                document.getLong("version"),
                document.getInteger("round"),
                document.getList("parts", Document.class).stream()
                        .map(Drafts::part)
                        .toList(),
                document.getDate("savedAt").toInstant(),
                document.getString("savedBy"));
    }

    private static DraftPart part(Document document) {
        @Nullable String proposed = document.getString("proposedDisposition");
        return new DraftPart(
                document.getInteger("part"),
                document.getString("text"),
                proposed == null ? null : Disposition.valueOf(proposed));
    }
}
