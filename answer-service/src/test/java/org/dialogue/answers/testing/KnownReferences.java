package org.dialogue.answers.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dialogue.answers.reference.BodyReference;
import org.dialogue.answers.reference.ProgrammeReference;
import org.dialogue.answers.reference.QuestionReference;
import org.dialogue.answers.reference.ReferenceData;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;

/** What dialogue-service would have told, for aggregates that are tested without it. */
public final class KnownReferences implements ReferenceData {

    private final Map<BodyId, BodyReference> bodies = new HashMap<>();
    private final Map<PersonId, PersonReference> people = new HashMap<>();
    private final Map<AuthorityId, BilingualName> authorities = new HashMap<>();
    private final Map<ProgrammeId, ProgrammeReference> programmes = new HashMap<>();
    private final Map<QuestionId, QuestionReference> questions = new HashMap<>();

    public KnownReferences with(BodyReference body) {
        bodies.put(body.bodyId(), body);
        return this;
    }

    public KnownReferences with(PersonReference person) {
        people.put(person.id(), person);
        return this;
    }

    public KnownReferences with(AuthorityId authority) {
        authorities.put(authority, new BilingualName("Ten", "Name"));
        return this;
    }

    public KnownReferences with(ProgrammeReference programme) {
        programmes.put(programme.programmeId(), programme);
        return this;
    }

    public KnownReferences with(QuestionReference question) {
        questions.put(question.questionId(), question);
        return this;
    }

    @Override
    public Optional<BodyReference> body(BodyId id) {
        return Optional.ofNullable(bodies.get(id));
    }

    @Override
    public Optional<PersonReference> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<BilingualName> authority(AuthorityId id) {
        return Optional.ofNullable(authorities.get(id));
    }

    @Override
    public Optional<ProgrammeReference> programme(ProgrammeId id) {
        return Optional.ofNullable(programmes.get(id));
    }

    @Override
    public Optional<QuestionReference> question(QuestionId id) {
        return Optional.ofNullable(questions.get(id));
    }
}
