package org.dialogue.kit.consuming;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Counts parked letters, group by group; an alert stands on it. */
final class DeadLetterMeters implements SmartInitializingSingleton {

    private final DeadLetters letters;
    private final MeterRegistry meters;

    DeadLetterMeters(DeadLetters letters, MeterRegistry meters) {
        this.letters = letters;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        letters.groups()
                .forEach(group -> Gauge.builder("dialogue.dead.letters", () -> letters.size(group))
                        .description("Letters parked after failures")
                        .tag("group", group)
                        .register(meters));
    }
}
