package org.dialogue.answers.reference;

import java.util.Optional;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;

/**
 * What this service has heard from dialogue-service so far, for the rules that rest on it. It follows within moments, so
 * what is missing here may exist there already; nothing here is ever the truth about another service's things.
 */
public interface ReferenceData {

    /** {@return the body of this code, if it is known} */
    Optional<BodyReference> body(BodyId id);

    /** {@return the person as history keeps people, if known} */
    Optional<PersonReference> person(PersonId id);

    /** {@return the name of the higher authority, if it is known} */
    Optional<BilingualName> authority(AuthorityId id);

    /** {@return the programme, if it is known} */
    Optional<ProgrammeReference> programme(ProgrammeId id);

    /** {@return the question, if it is known} */
    Optional<QuestionReference> question(QuestionId id);
}
