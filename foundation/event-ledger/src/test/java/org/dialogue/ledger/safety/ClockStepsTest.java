package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.SteppedClock;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clocks that are minutes apart and jump both ways, as after a lost time server or a resumed machine.
 */
class ClockStepsTest {

    private static final Instant MORNING = Instant.parse("2024-05-20T08:00:00.500Z");

    private final MongoDatabase database = TestMongo.freshDatabase();

    @AfterEach
    void end() {
        database.drop();
    }

    @Test
    void aStepBackIsWaitedOutAndAStepForwardIsKept() {
        SteppedClock clock = new SteppedClock(MORNING);
        EventLedger ledger = ledger(clock);

        assertThat(append(ledger, "a")).isEqualTo(MORNING);
        clock.move(Duration.ofMinutes(-10));
        assertThat(append(ledger, "b")).isEqualTo(MORNING);
        assertThat(append(ledger(clock), "c")).as("a new instance").isEqualTo(MORNING);
        clock.move(Duration.ofMinutes(15));
        assertThat(append(ledger, "d")).isEqualTo(MORNING.plusSeconds(300));
        clock.move(Duration.ofMinutes(-15));
        assertThat(append(ledger, "e")).isEqualTo(MORNING.plusSeconds(300));

        assertThat(ledger.positionAsOf(MORNING.minusMillis(1))).isZero();
        assertThat(ledger.positionAsOf(MORNING)).isEqualTo(3);
        assertThat(ledger.positionAsOf(MORNING.plusSeconds(299))).isEqualTo(3);
        assertThat(ledger.positionAsOf(MORNING.plusSeconds(300))).isEqualTo(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void recordedTimeNeverGoesBackHoweverClocksJump(long seed) throws Exception {
        Random random = new Random(seed);
        Map<Commit, List<LedgerEvent>> acknowledged = new ConcurrentHashMap<>();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int instance = 0; instance < 3; instance++) {
            SteppedClock clock = new SteppedClock(MORNING.plusSeconds(random.nextInt(600) - 300));
            EventLedger ledger = ledger(clock);
            for (int writer = 0; writer < 3; writer++) {
                String name = "writer-%d-%d".formatted(instance, writer);
                Random steps = new Random(random.nextLong());
                writers.add(() -> {
                    for (int i = 0; i < 20; i++) {
                        clock.move(Duration.ofMillis(steps.nextInt(600_000) - 300_000));
                        List<LedgerEvent> events = TestEvents.events(name + "-" + i, 1 + i % 3);
                        acknowledged.put(ledger.append(events), events);
                    }
                    return null;
                });
            }
        }

        Threads.run(writers);

        EventLedger ledger = EventLedger.open(database, "events");
        List<RecordedEvent> history = HistoryChecks.wholeHistory(ledger);
        assertThat(acknowledged).hasSize(9 * 20);
        acknowledged.forEach((commit, events) -> HistoryChecks.holds(history, commit, events));
        assertThat(history)
                .hasSize(acknowledged.values().stream().mapToInt(List::size).sum());
        for (Instant moment : moments(history)) {
            assertThat(ledger.positionAsOf(moment))
                    .as("as of %s", moment)
                    .isEqualTo(history.stream()
                            .filter(recorded -> !recorded.recordedAt().isAfter(moment))
                            .count());
        }
    }

    /** Whenever something was recorded, and just before and after. */
    private static List<Instant> moments(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::recordedAt)
                .distinct()
                .flatMap(time -> List.of(time.minusMillis(1), time, time.plusMillis(1)).stream())
                .distinct()
                .toList();
    }

    private EventLedger ledger(Clock clock) {
        return EventLedger.in(database, "events").clock(clock).open();
    }

    private static Instant append(EventLedger ledger, String aggregate) {
        return ledger.append(TestEvents.events(aggregate, 1)).recordedAt();
    }
}
