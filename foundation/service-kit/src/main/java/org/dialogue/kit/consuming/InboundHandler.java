package org.dialogue.kit.consuming;

import java.util.List;

/**
 * Takes every event that arrives from other services, as it arrived. Beans of this type are called in the order of
 * positions, at least once for each event; after a failure the events of that aggregate are parked for the handler
 * until a retry succeeds, and the others go on.
 */
public interface InboundHandler {

    /** {@return the name under which letters are parked; stored, so never to be changed} */
    String name();

    /**
     * Takes one event. Must do no harm when it gets the same event again.
     *
     * @param event the event as it was received
     * @throws RuntimeException to have it tried again, and then parked
     */
    void handle(ReceivedEvent event);

    /** Takes events that arrived together better than one by one. */
    interface OfBatches extends InboundHandler {

        /**
         * Takes several events, in the order given: all of them or none. Must do no harm when it gets some of them again.
         *
         * @param events two or more
         * @throws RuntimeException to be given each of them by itself
         */
        void handleAll(List<ReceivedEvent> events);
    }
}
