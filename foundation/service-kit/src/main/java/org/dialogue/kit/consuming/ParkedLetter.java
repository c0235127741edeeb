package org.dialogue.kit.consuming;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A parked letter as operators see it.
 *
 * @param group what it waits for
 * @param id names it in a retry; for a policy's letter the id of the event
 * @param about the aggregate's id, or where an unreadable record lies
 * @param cause why it was parked; absent if it only waits behind an earlier letter
 * @param parkedAt when it was parked
 * @param lastTriedAt when it was last tried
 */
record ParkedLetter(
        String group, String id, String about, @Nullable String cause, Instant parkedAt, Instant lastTriedAt) {

    static ParkedLetter of(String group, DeadLetter<? extends EventMessage<?>> letter) {
        return new ParkedLetter(
                group,
                letter.message().getIdentifier(),
                about(letter.message()),
                letter.cause().map(ParkedLetter::text).orElse(null),
                letter.enqueuedAt(),
                letter.lastTouched());
    }

    private static String about(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return event.getAggregateIdentifier();
        }
        return message.getPayload() instanceof RawRecord record ? record.place() : "";
    }

    private static String text(Cause cause) {
        return cause.type() + ": " + cause.message();
    }
}
