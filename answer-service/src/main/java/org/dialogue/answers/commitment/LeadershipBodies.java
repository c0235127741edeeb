package org.dialogue.answers.commitment;

import org.dialogue.events.vocabulary.BodyId;

/** Tells which bodies are the leadership itself, for which the chair may speak. */
@FunctionalInterface
public interface LeadershipBodies {

    /** {@return whether the body is of the kind LEADERSHIP, as far as this service knows} */
    boolean contains(BodyId body);
}
