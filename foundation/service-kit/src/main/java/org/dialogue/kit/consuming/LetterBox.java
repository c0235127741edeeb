package org.dialogue.kit.consuming;

import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Parks records that a handler could not take, in the order of their sequence, with all their bytes. */
final class LetterBox {

    private final SequencedDeadLetterQueue<EventMessage<?>> queue;

    LetterBox(SequencedDeadLetterQueue<EventMessage<?>> queue) {
        this.queue = queue;
    }

    boolean holds(String sequence) {
        return queue.contains(sequence);
    }

    void park(String sequence, RawRecord record, Throwable failure) {
        queue.enqueue(sequence, new GenericDeadLetter<>(sequence, message(record), failure));
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
                return Decisions.evict();
            } catch (RuntimeException failure) {
                return Decisions.requeue(failure);
            }
        });
    }
}
