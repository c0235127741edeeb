package org.dialogue.ledger.spring;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.dialogue.ledger.AppendObserver;
import org.dialogue.ledger.ConflictException;
import org.jspecify.annotations.Nullable;

/**
 * The timer {@code ledger.append}, with the tag {@code outcome}: {@code recorded}, {@code conflict} (another writer was
 * first) or {@code failed}. And the summary {@code ledger.insert.events}: how many events shared an insert, which tells how
 * much concurrent writers gain from each other.
 */
final class AppendMeters implements AppendObserver {

    private final Timer recorded;
    private final Timer conflict;
    private final Timer failed;
    private final DistributionSummary insertedTogether;

    AppendMeters(MeterRegistry registry) {
        this.recorded = timer("recorded", registry);
        this.conflict = timer("conflict", registry);
        this.failed = timer("failed", registry);
        this.insertedTogether = DistributionSummary.builder("ledger.insert.events")
                .description("Events that shared an insert")
                .baseUnit("events")
                .register(registry);
    }

    @Override
    public void appended(Duration took, @Nullable Throwable failure) {
        timerOf(failure).record(took);
    }

    @Override
    public void grouped(int commits, int events) {
        insertedTogether.record(events);
    }

    private Timer timerOf(@Nullable Throwable failure) {
        if (failure == null) {
            return recorded;
        }
        return failure instanceof ConflictException ? conflict : failed;
    }

    private static Timer timer(String outcome, MeterRegistry registry) {
        return Timer.builder("ledger.append")
                .description("Time of an append until its outcome was known, waiting for other writers included")
                .tag("outcome", outcome)
                .register(registry);
    }
}
