package org.dialogue.standalone.sample;

import java.net.URI;

/**
 * Where the services' public interfaces are.
 *
 * @param dialogues dialogue-service, such as {@code http://localhost:8081}
 * @param answers answer-service
 * @param reports reporting-service
 */
public record SampleAddresses(URI dialogues, URI answers, URI reports) {

    /** Whose interface is meant. */
    enum Service {
        DIALOGUES,
        ANSWERS,
        REPORTS
    }

    URI of(Service service) {
        return switch (service) {
            case DIALOGUES -> dialogues;
            case ANSWERS -> answers;
            case REPORTS -> reports;
        };
    }
}
