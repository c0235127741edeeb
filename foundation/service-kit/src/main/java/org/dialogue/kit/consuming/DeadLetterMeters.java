package org.dialogue.kit.consuming;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Counts parked letters, group by group; an alert stands on it. */
final class DeadLetterMeters implements ApplicationListener<ApplicationReadyEvent> {

    private final DeadLetters letters;
    private final MeterRegistry meters;

    DeadLetterMeters(DeadLetters letters, MeterRegistry meters) {
        this.letters = letters;
        this.meters = meters;
    }

    /** Axon makes its processors, and with them their groups, when it starts. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        letters.groups()
                .forEach(group -> Gauge.builder("dialogue.dead.letters", () -> letters.size(group))
                        .description("Letters parked after failures")
                        .tag("group", group)
                        .register(meters));
    }
}
