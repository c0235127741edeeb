package org.dialogue.answers.assignment;

import java.util.Optional;
import org.dialogue.answers.reference.BodyReference;
import org.dialogue.answers.reference.ReferenceData;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the people who stand behind an answer, as history keeps people. */
@Component
class AnsweringFor {

    private final ReferenceData references;

    AnsweringFor(ReferenceData references) {
        this.references = references;
    }

    /**
     * The acting person.
     *
     * @throws RuleViolation by the rule {@code actor-on-record} if the actor is no person on record
     */
    PersonReference acting(Actor actor) {
        return Optional.ofNullable(actor.personId())
                .map(PersonId::new)
                .flatMap(references::person)
                .orElseThrow(
                        () -> new RuleViolation(
                                "actor-on-record",
                                "whoever clears an answer must be a person on record; the registration may not have arrived yet"));
    }

    /**
     * The person who answers for a body.
     *
     * @param named who the caller says, or null for the body's head
     * @throws InvalidInput on the field {@code answeredBy} if that is nobody on record
     */
    PersonReference answering(BodyId body, @Nullable PersonId named) {
        if (named != null) {
            return references
                    .person(named)
                    .orElseThrow(() -> new InvalidInput(
                            "answeredBy",
                            "unknown-reference.not-arrived",
                            "no person " + named.value() + " is known here; if it is new, it may not have arrived yet",
                            "person",
                            named.value()));
        }
        return references
                .body(body)
                .map(BodyReference::head)
                .orElseThrow(() -> new InvalidInput(
                        "answeredBy",
                        "required.answerer",
                        "the body has no head on record, so say who answers for it"));
    }
}
