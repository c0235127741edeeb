package org.dialogue.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls those who want to know when there may be news. */
final class Bell {

    private static final Logger log = LoggerFactory.getLogger(Bell.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    EventLedger.Subscription add(Runnable listener) {
        // Wrapped, so that one listener may be added twice and each subscription ends its own.
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    void ring() {
        listeners.forEach(Bell::tell);
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error e) {
            // The events are recorded; to throw here would deny it, and the next writer waits to be given the lead.
            log.error("A listener to appends failed", e);
        }
    }
}
