package org.dialogue.kit.consuming;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;

/** How often a letter was tried, kept with it; each time with what {@link Retries} allow. */
final class Attempts {

    private static final String ATTEMPTS = "attempts";

    /** Parks whatever failed, and whatever fails again. */
    static final EnqueuePolicy<EventMessage<?>> POLICY = Attempts::again;

    private Attempts() {}

    static EnqueueDecision<EventMessage<?>> again(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        return Decisions.requeue(failure, tried -> tried.diagnostics().and(ATTEMPTS, of(tried.diagnostics()) + 1));
    }

    static EnqueueDecision<EventMessage<?>> evict() {
        return Decisions.evict();
    }

    static int of(MetaData diagnostics) {
        return diagnostics.get(ATTEMPTS) instanceof Number attempts ? attempts.intValue() : 0;
    }
}
