package org.dialogue.kit.consuming;

import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.dialogue.kit.store.DeadLetterQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parks records that a handler could not take, in the order of their sequence, with all their bytes. */
final class LetterBox {

    private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);

    private final String name;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;

    LetterBox(String name, SequencedDeadLetterQueue<EventMessage<?>> queue) {
        this.name = name;
        this.queue = queue;
    }

    static LetterBox of(String group, DeadLetterQueues queues) {
        String name = "inbound-" + group;
        return new LetterBox(name, queues.of(name));
    }

    String name() {
        return name;
    }

    boolean holds(String sequence) {
        return queue.contains(sequence);
    }

    void park(String sequence, RawRecord record, Throwable failure) {
        DeadLetter<EventMessage<?>> letter = new GenericDeadLetter<>(sequence, message(record), failure);
        queue.enqueue(sequence, Attempts.again(letter, failure).withDiagnostics(letter));
    }

    /** Parks a record for which no other has to wait. */
    void parkAlone(RawRecord record, RuntimeException failure) {
        try {
            park(record.place(), record, failure);
        } catch (DeadLetterQueueOverflowException full) {
            // Whoever floods the topic must not stop its reader; the records lie in the topic.
            LOG.error("No room is left to park {}", record.place());
        }
    }

    boolean parkBehind(String sequence, RawRecord record) {
        return queue.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, message(record)));
    }

    private static EventMessage<?> message(RawRecord record) {
        return GenericEventMessage.asEventMessage(record);
    }

    SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return queue;
    }

    /** Tries the letters that pass the filter again, oldest of a sequence first; what fails stays. */
    boolean retry(LetterFilter filter, Consumer<RawRecord> handling) {
        return queue.process(filter::accepts, letter -> {
            try {
                handling.accept((RawRecord) letter.message().getPayload());
                return Attempts.evict();
            } catch (RuntimeException failure) {
                return Attempts.again(letter, failure);
            }
        });
    }
}
