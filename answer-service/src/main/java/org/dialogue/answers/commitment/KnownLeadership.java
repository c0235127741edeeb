package org.dialogue.answers.commitment;

import org.dialogue.answers.knowledge.Knowledge;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.BodyId;
import org.springframework.stereotype.Component;

/** Knows the leadership's bodies from the directory. */
@Component
class KnownLeadership implements LeadershipBodies {

    private final Knowledge knowledge;

    KnownLeadership(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public boolean contains(BodyId body) {
        return knowledge
                .body(body)
                .filter(known -> known.kind() == BodyKind.LEADERSHIP)
                .isPresent();
    }
}
