package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dialogue.quality.harness.Ledgers;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.ReportSnapshot;
import org.dialogue.quality.harness.SampleSuite;
import org.dialogue.quality.harness.Servers;
import org.dialogue.quality.harness.StoredLedger;
import org.junit.jupiter.api.Test;

/**
 * All services are killed with SIGKILL in the middle of the sample load and started again, several times at random
 * moments. The load goes on, and in the end nothing is lost and nothing doubled: the ledgers hold the same events, and the
 * reports say the same, as after a load that nothing disturbed.
 */
class KilledServicesIT {

    private static final int KILLS = 2;
    private static final long SEED = Long.getLong("dialogue.seed", 460_127);

    @Test
    void nothingIsLostOrDoubledWhenAllServicesAreKilledDuringTheLoad() {
        System.out.println("KilledServicesIT: -Ddialogue.seed=" + SEED);
        Undisturbed undisturbed = loadUndisturbed();
        try (var sample = new SampleSuite("killed", Servers.shared())) {
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> sample.load(failure -> {}));
            for (int moment : moments(undisturbed.events())) {
                awaitEvents(sample, load, moment);
                sample.suite().kill();
                Ledgers atDeath = sample.suite().ledgers();
                assertThat(load).as("the load was to be disturbed").isNotDone();
                sample.suite().start();
                assertKept(atDeath.dialogues(), sample.suite().ledgers().dialogues());
                assertKept(atDeath.answers(), sample.suite().ledgers().answers());
            }
            await("the load to end").atMost(Patience.NEWS.multipliedBy(4)).until(load::isDone);
            load.join();

            Ledgers ledgers = sample.suite().awaitQuiet();
            ledgers.assertWhole();
            assertThat(ledgers.dialogues().names())
                    .isEqualTo(undisturbed.ledgers().dialogues().names());
            assertThat(ledgers.answers().names())
                    .isEqualTo(undisturbed.ledgers().answers().names());
            await("the views")
                    .atMost(Patience.NEWS)
                    .untilAsserted(() -> assertThat(sample.reports().comparable())
                            .isEqualTo(undisturbed.reports().comparable()));
        }
    }

    private static Undisturbed loadUndisturbed() {
        try (var sample = new SampleSuite("undisturbed", Servers.shared())) {
            sample.load(failure -> fail("nothing disturbs this load", failure));
            Ledgers ledgers = sample.suite().awaitQuiet();
            ledgers.assertWhole();
            return new Undisturbed(ledgers, sample.reports());
        }
    }

    /** The numbers of recorded events at which the services die: one in each stretch of the load but for its end. */
    private static List<Integer> moments(int events) {
        int stretch = events / (KILLS + 1);
        Random random = new Random(SEED);
        return IntStream.range(0, KILLS)
                .mapToObj(kill -> kill * stretch + 1 + random.nextInt(stretch))
                .toList();
    }

    private static void awaitEvents(SampleSuite sample, CompletableFuture<Void> load, int count) {
        await(count + " events")
                .atMost(Patience.START)
                .pollInterval(Duration.ofMillis(20))
                .failFast("the load ended early", load::isCompletedExceptionally)
                .until(() -> sample.suite().recorded() >= count);
    }

    private static void assertKept(StoredLedger before, StoredLedger after) {
        int kept = before.entries().size();
        assertThat(after.entries()).hasSizeGreaterThanOrEqualTo(kept);
        assertThat(after.entries().subList(0, kept)).isEqualTo(before.entries());
    }

    private record Undisturbed(Ledgers ledgers, ReportSnapshot reports) {
        int events() {
            return ledgers.recorded();
        }
    }
}
