package org.dialogue.standalone;

import java.util.Arrays;
import java.util.Optional;

/** What listens on a port, and the option that moves it to another one. */
enum Listener {
    SIGN_IN("sign-in server", "--sign-in-port", 8080),
    DIALOGUE("dialogue-service", "--dialogue-port", 8081),
    ANSWER("answer-service", "--answer-port", 8082),
    REPORTING("reporting-service", "--reporting-port", 8083),
    KAFKA("Kafka broker", "--kafka-port", 19092),
    MONGODB("MongoDB server", "--mongodb-port", 27018);

    private final String title;
    private final String option;
    private final int defaultPort;

    Listener(String title, String option, int defaultPort) {
        this.title = title;
        this.option = option;
        this.defaultPort = defaultPort;
    }

    static Optional<Listener> ofOption(String option) {
        return Arrays.stream(values())
                .filter(listener -> listener.option.equals(option))
                .findFirst();
    }

    String title() {
        return title;
    }

    String option() {
        return option;
    }

    int defaultPort() {
        return defaultPort;
    }
}
