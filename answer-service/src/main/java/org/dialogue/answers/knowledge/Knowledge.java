package org.dialogue.answers.knowledge;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.springframework.stereotype.Component;

/**
 * What this service has heard from dialogue-service so far. It follows within moments, so what is missing here may exist
 * there already; nothing here is ever the truth about another service's things.
 */
@Component
public class Knowledge {

    private final Kept<KnownBody> bodies;
    private final Kept<PersonReference> people;
    private final Kept<BilingualName> authorities;
    private final Kept<BilingualName> programmes;
    private final Kept<KnownQuestion> questions;

    Knowledge(MongoDatabase database) {
        bodies = new Kept<>(database.getCollection("known_bodies"), KnownBody.class);
        people = new Kept<>(database.getCollection("known_people"), PersonReference.class);
        authorities = new Kept<>(database.getCollection("known_authorities"), BilingualName.class);
        programmes = new Kept<>(database.getCollection("known_programmes"), BilingualName.class);
        questions = new Kept<>(database.getCollection("known_questions"), KnownQuestion.class);
    }

    /** {@return the body of this code, if it is known} */
    public Optional<KnownBody> body(BodyId id) {
        return bodies.find(id);
    }

    /** {@return the person as history keeps people, if known} */
    public Optional<PersonReference> person(PersonId id) {
        return people.find(id);
    }

    /** {@return the name of the higher authority, if it is known} */
    public Optional<BilingualName> authority(AuthorityId id) {
        return authorities.find(id);
    }

    /** {@return the title of the programme, if it is known} */
    public Optional<BilingualName> programme(ProgrammeId id) {
        return programmes.find(id);
    }

    /** {@return the question, if it is known} */
    public Optional<KnownQuestion> question(QuestionId id) {
        return questions.find(id);
    }

    void keep(KnownBody body) {
        bodies.keep(body.bodyId(), body);
    }

    void keep(PersonReference person) {
        people.keep(person.id(), person);
    }

    void keep(AuthorityId id, BilingualName name) {
        authorities.keep(id, name);
    }

    void keep(ProgrammeId id, BilingualName title) {
        programmes.keep(id, title);
    }

    void keep(KnownQuestion question) {
        questions.keep(question.questionId(), question);
    }
}
