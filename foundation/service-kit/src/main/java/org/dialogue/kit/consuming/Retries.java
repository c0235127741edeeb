package org.dialogue.kit.consuming;

import java.time.Duration;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.dialogue.kit.cloudevents.UnreadableRecord;
import org.dialogue.kit.rules.DomainException;

/** How often something is tried again before it is parked, for failures that may pass by themselves. */
record Retries(List<Duration> pauses) {

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }

    static Retries standard() {
        return new Retries(List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1600)));
    }

    /** Tries until it succeeds, or throws the last failure. */
    void run(Attempt attempt) throws Exception {
        for (Duration pause : pauses) {
            try {
                attempt.run();
                return;
            } catch (Exception failure) {
                if (!mayPass(failure)) {
                    throw failure;
                }
            }
            Thread.sleep(pause.toMillis());
        }
        attempt.run();
    }

    static boolean mayPass(Throwable failure) {
        return !(failure instanceof DomainException
                || failure instanceof SerializationException
                || failure instanceof UnreadableRecord
                || failure instanceof InterruptedException);
    }
}
