package org.dialogue.kit.consuming;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** The letters that one group has parked. */
interface ParkedLetters {

    String group();

    /** The name under which the letters are stored. */
    String storedAs();

    SequencedDeadLetterQueue<EventMessage<?>> queue();

    /**
     * Tries one sequence again whose first letter passes the filter.
     *
     * @return true if there was one and all its letters were handled
     */
    boolean retry(LetterFilter filter);
}
