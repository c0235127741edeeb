package org.dialogue.events.question;

import java.util.List;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Lists;

/**
 * Who may read a question and its answers.
 *
 * @param kind how far it reaches
 * @param bodies the bodies that may read it beside the asker, the secretariat, the chair and auditors; named exactly
 *     when the kind is {@code RESTRICTED}
 */
public record Visibility(Kind kind, List<BodyId> bodies) {

    /** How far a question reaches. */
    public enum Kind {
        /** Everybody. */
        PUBLIC,
        /** Everybody who takes part: delegates, bodies, leadership. */
        INTERNAL,
        /** Only the named bodies. */
        RESTRICTED
    }

    /** @throws IllegalArgumentException if bodies are named for another kind than {@code RESTRICTED}, or none for it */
    public Visibility {
        bodies = Lists.copy(bodies);
        if ((kind == Kind.RESTRICTED) == bodies.isEmpty()) {
            throw new IllegalArgumentException("bodies are named exactly when the visibility is RESTRICTED");
        }
    }

    /** {@return readable by everybody} */
    public static Visibility toEverybody() {
        return new Visibility(Kind.PUBLIC, List.of());
    }
}
