package org.dialogue.ledger.spring;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.dialogue.ledger.AppendObserver;
import org.dialogue.ledger.ConflictException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.MalformedNoteException;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger has grown, and how far it is signed: {@code ledger.head}, {@code ledger.checkpoint.size},
 * {@code ledger.checkpoint.age} and {@code ledger.checkpoint.refused}. Each costs one read by index when it is looked at;
 * there is no number while there is no answer. And how appends of this instance go: the timer
 * {@code ledger.append}, with the tag {@code outcome} ({@code recorded}, {@code conflict} or {@code failed}), and the summary
 * {@code ledger.insert.events}: how many events shared an insert.
 */
public final class LedgerMeters implements MeterBinder {

    private final EventLedger ledger;
    private final CheckpointCollection checkpoints;
    private final @Nullable CheckpointIssuer issuer;
    private final Clock clock;

    /**
     * @param issuer null where nothing is signed
     */
    public LedgerMeters(
            EventLedger ledger, CheckpointCollection checkpoints, @Nullable CheckpointIssuer issuer, Clock clock) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        ledger.observeAppends(new AppendMeters(registry));
        Gauge.builder("ledger.head", this, LedgerMeters::head)
                .description("Position of the newest event, which is the number of events")
                .register(registry);
        if (issuer == null) {
            return;
        }
        Gauge.builder("ledger.checkpoint.size", this, meters -> meters.latest(IssuedCheckpoint::size))
                .description("Number of events under the latest checkpoint; 0 before the first")
                .register(registry);
        TimeGauge.builder("ledger.checkpoint.age", this, TimeUnit.SECONDS, meters -> meters.latest(meters::age))
                .description("Time since the latest checkpoint; grows while there is no news, too")
                .register(registry);
        Gauge.builder(
                        "ledger.checkpoint.refused",
                        issuer,
                        refusing -> refusing.refusal().map(why -> 1).orElse(0))
                .description("1 while no checkpoint is signed because history is not what was signed before")
                .register(registry);
    }

    private double head() {
        try {
            return ledger.head();
        } catch (MongoException unavailable) {
            return Double.NaN;
        }
    }

    private double latest(ToDoubleFunction<IssuedCheckpoint> value) {
        try {
            return checkpoints.latest().map(value::applyAsDouble).orElse(0.0);
        } catch (MongoException | MalformedNoteException unreadable) {
            return Double.NaN;
        }
    }

    private double age(IssuedCheckpoint issued) {
        return Duration.between(issued.issuedAt(), clock.instant()).toMillis() / 1000.0;
    }

    private static final class AppendMeters implements AppendObserver {

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
}
