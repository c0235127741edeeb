package org.dialogue.reports.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.reports.folds.alarms.LedgerAlarms;

/** How far each ledger is witnessed, and whether it still agrees. */
final class WitnessMeters implements MeterBinder {

    private final Witnesses witnesses;
    private final Supplier<LedgerAlarms> alarms;
    private final Clock clock;

    WitnessMeters(Witnesses witnesses, Supplier<LedgerAlarms> alarms, Clock clock) {
        this.witnesses = witnesses;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Standing standing : witnesses.standings()) {
            String source = standing.source().name();
            gauge(
                    registry,
                    source,
                    "tree.size",
                    "Events received without a gap",
                    now -> now.tree().size());
            gauge(
                    registry,
                    source,
                    "agreed.size",
                    "Size of the last checkpoint that agreed",
                    WitnessMeters::agreedSize);
            gauge(registry, source, "agreed.age", "Seconds since a checkpoint last agreed", this::agreedAge);
            gauge(
                    registry,
                    source,
                    "waiting",
                    "Checkpoints that wait for their events",
                    now -> now.book().waiting());
            gauge(
                    registry,
                    source,
                    "refused",
                    "Checkpoints refused since one last agreed",
                    now -> now.book().refused());
            gauge(
                    registry,
                    source,
                    "uncovered.age",
                    "Seconds since there have been events that no checkpoint covers which agreed",
                    this::uncoveredAge);
            Gauge.builder(
                            "dialogue.witness.alarms.open",
                            () -> alarms.get().openOf(source).size())
                    .description("Alarms that nobody has acknowledged")
                    .tag("source", source)
                    .register(registry);
            for (AlarmKind kind : AlarmKind.values()) {
                // Registered at 0, so that the first alarm is seen as an increase.
                RefusingCheckpoints.counter(registry, source, kind);
            }
        }
    }

    private void gauge(
            MeterRegistry registry, String source, String name, String description, ToDoubleFunction<Standing> value) {
        Gauge.builder(
                        "dialogue.witness." + name,
                        witnesses,
                        all -> all.standing(source).map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .tag("source", source)
                .register(registry);
    }

    private static double agreedSize(Standing standing) {
        AgreedCheckpoint latest = standing.book().latest();
        return latest == null ? 0 : latest.tree().size();
    }

    private double agreedAge(Standing standing) {
        AgreedCheckpoint latest = standing.book().latest();
        return latest == null ? Double.NaN : secondsSince(latest.at());
    }

    private double uncoveredAge(Standing standing) {
        Instant since = standing.book().uncoveredSince();
        return since == null ? 0 : secondsSince(since);
    }

    private double secondsSince(Instant moment) {
        return Duration.between(moment, clock.instant()).toMillis() / 1000.0;
    }
}
