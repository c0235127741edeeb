package org.dialogue.kit.consuming;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;

/** Chooses parked letters. */
@FunctionalInterface
interface LetterFilter {

    boolean accepts(DeadLetter<? extends EventMessage<?>> letter);
}
