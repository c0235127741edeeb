package org.dialogue.kit.consuming;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** The letters that Axon parked for a processing group. */
record PolicyLetters(
        String group,
        SequencedDeadLetterQueue<EventMessage<?>> queue,
        SequencedDeadLetterProcessor<EventMessage<?>> processor)
        implements ParkedLetters {

    @Override
    public String storedAs() {
        return group;
    }

    @Override
    public boolean retry(LetterFilter filter) {
        return processor.process(filter::accepts);
    }
}
