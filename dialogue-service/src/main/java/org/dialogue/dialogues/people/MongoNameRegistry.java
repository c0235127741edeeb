package org.dialogue.dialogues.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.vocabulary.PersonId;
import org.springframework.stereotype.Component;

/**
 * The registry in the collection {@code people}, beside the ledger and never in it. Salt and name are written together,
 * once; should the event that was to follow not be stored, the entry waits for the next attempt.
 */
@Component
class MongoNameRegistry implements NameRegistry {

    private static final int SALT_BYTES = 32;
    private static final FindOneAndUpdateOptions ENTER =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> people;
    private final SecureRandom random = new SecureRandom();

    MongoNameRegistry(MongoDatabase database) {
        this.people = database.getCollection("people");
    }

    @Override
    public String enter(PersonId person, String name) {
        Document entered = people.findOneAndUpdate(
                Filters.eq("_id", person.value()),
                Updates.combine(Updates.setOnInsert("name", name), Updates.setOnInsert("salt", freshSalt())),
                ENTER);
        KeptName kept = keptName(Objects.requireNonNull(entered, "an upsert returns what it wrote"));
        Repeats.mustHaveSameContent(kept.name().equals(name), "person", person);
        return kept.digest();
    }

    @Override
    public Optional<KeptName> find(PersonId person) {
        return Optional.ofNullable(
                        people.find(Filters.eq("_id", person.value())).first())
                .map(MongoNameRegistry::keptName);
    }

    @Override
    public Map<PersonId, KeptName> findAll(Collection<PersonId> wanted) {
        Map<PersonId, KeptName> found = new HashMap<>();
        people.find(Filters.in("_id", wanted.stream().map(PersonId::value).toList()))
                .forEach(entry -> found.put(new PersonId(entry.getString("_id")), keptName(entry)));
        return found;
    }

    @Override
    public void erase(PersonId person) {
        people.deleteOne(Filters.eq("_id", person.value()));
    }

    private String freshSalt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static KeptName keptName(Document entry) {
        return new KeptName(entry.getString("name"), entry.getString("salt"));
    }
}
