package org.dialogue.reports.witness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.reports.folds.alarms.LedgerAlarm;
import org.dialogue.reports.folds.alarms.LedgerAlarms;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Degraded while an alarm is open, a ledger's newest checkpoint is refused, an event is missing, a checkpoint has waited for
 * too long, or events have for one that covers them: reports still answer, but somebody has to look.
 */
final class WitnessHealth implements HealthIndicator {

    private final Witnesses witnesses;
    private final Supplier<LedgerAlarms> alarms;
    private final Clock clock;
    private final Duration patience;

    WitnessHealth(Witnesses witnesses, Supplier<LedgerAlarms> alarms, Clock clock, Duration patience) {
        this.witnesses = witnesses;
        this.alarms = alarms;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Health health() {
        LedgerAlarms known = alarms.get();
        List<Standing> standings = witnesses.standings();
        boolean sound = known.open().isEmpty()
                && witnesses.failure().isEmpty()
                && standings.stream().allMatch(standing -> standing.isSound(clock.instant(), patience));
        Health.Builder health = sound ? Health.up() : Health.status(DegradedStatus.DEGRADED);
        standings.forEach(standing -> health.withDetail(standing.source().name(), detail(standing, known)));
        // The name alone: health is open to everybody, and a message may quote anything.
        witnesses
                .failure()
                .ifPresent(failure ->
                        health.withDetail("failing", failure.getClass().getSimpleName()));
        return health.build();
    }

    private static Map<String, Object> detail(Standing standing, LedgerAlarms alarms) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("treeSize", standing.tree().size());
        AgreedCheckpoint latest = standing.book().latest();
        detail.put("agreedSize", latest == null ? 0 : latest.tree().size());
        detail.put("waiting", standing.book().waiting());
        detail.put("refused", standing.book().refused());
        Instant uncovered = standing.book().uncoveredSince();
        if (uncovered != null) {
            detail.put("uncoveredSince", uncovered);
        }
        standing.missing().ifPresent(position -> detail.put("missing", position));
        detail.put(
                "alarms",
                alarms.openOf(standing.source().name()).stream()
                        .map(WitnessHealth::alarm)
                        .toList());
        return detail;
    }

    private static Map<String, Object> alarm(LedgerAlarm alarm) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", alarm.id().value());
        shown.put("kind", alarm.raised().kind());
        Long first = alarm.raised().firstDifference();
        if (first != null) {
            shown.put("firstDifference", first);
        }
        return shown;
    }
}
