package org.dialogue.standalone;

import org.dialogue.embedded.PortTaken;
import org.dialogue.embedded.Ports;

/** Looks at the ports before anything starts, so that a taken one is named with the way out. */
final class NeededPorts {

    private NeededPorts() {}

    /** @throws CannotStart if one of them is taken */
    static void requireFree(Options options, Surroundings surroundings) {
        for (Listener listener : Listener.values()) {
            if (isNeeded(listener, options, surroundings)) {
                requireFree(listener, options.port(listener));
            }
        }
    }

    private static boolean isNeeded(Listener listener, Options options, Surroundings surroundings) {
        return switch (listener) {
            case SIGN_IN -> true;
            case DIALOGUE, ANSWER, REPORTING -> !options.serversOnly();
            case KAFKA -> surroundings.kafkaBootstrapServers().isEmpty();
            case MONGODB -> surroundings.mongodbUri().isEmpty();
        };
    }

    private static void requireFree(Listener listener, int port) {
        try {
            Ports.requireFree(port, listener.title());
        } catch (PortTaken e) {
            throw new CannotStart(
                    "Port %d, which the %s needs, is taken: stop the program that listens there, or choose another with ./demo %s=%d"
                            .formatted(port, listener.title(), listener.option(), port + 10_000),
                    e);
        }
    }
}
