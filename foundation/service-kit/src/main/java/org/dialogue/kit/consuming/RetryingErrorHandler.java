package org.dialogue.kit.consuming;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;

/** Tries an event handler again where that may help, and lets the failure through in the end, for the event to be parked. */
final class RetryingErrorHandler implements ListenerInvocationErrorHandler {

    private final Retries retries;

    RetryingErrorHandler(Retries retries) {
        this.retries = retries;
    }

    @Override
    public void onError(Exception failure, EventMessage<?> event, EventMessageHandler handler) throws Exception {
        if (!Retries.mayPass(failure)) {
            throw failure;
        }
        retries.run(() -> handler.handle(event));
    }
}
