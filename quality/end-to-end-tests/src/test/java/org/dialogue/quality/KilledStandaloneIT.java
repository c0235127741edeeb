package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dialogue.quality.harness.Ledgers;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Reply;
import org.dialogue.quality.harness.Rest;
import org.dialogue.quality.harness.StandaloneInstallation;
import org.dialogue.quality.harness.StoredLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The standalone, embedded servers and all, is killed with SIGKILL while it loads the sample and a clerk works. Started
 * again on the same data, it has kept everything that it acknowledged, goes on with the load, and loads nothing twice.
 */
class KilledStandaloneIT {

    private static final int ACKNOWLEDGED_BEFORE_DEATH = 40;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsLoadedTwice(@TempDir Path data) {
        try (var standalone = new StandaloneInstallation(data)) {
            standalone.start();
            List<String> acknowledged = workUntilDeath(standalone);

            standalone.start();
            Rest clerk = standalone.secretariat();
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_DEATH)
                    .allSatisfy(unit ->
                            assertThat(clerk.get("/api/units/" + unit).status()).isEqualTo(200));
            standalone.awaitLoaded();
            Ledgers loaded = standalone.ledgers();
            loaded.assertWhole();
            assertThat(loaded.dialogues().names())
                    .containsKeys(
                            acknowledged.stream().map(unit -> "unit:" + unit).toArray(String[]::new));

            standalone.kill();
            standalone.start();
            standalone.awaitLoaded();
            Ledgers again = standalone.ledgers();
            again.assertWhole();
            assertSame(again.dialogues(), loaded.dialogues());
            assertSame(again.answers(), loaded.answers());
        }
    }

    /** A clerk registers units, one after the other, until the standalone dies under the clerk's hands. */
    private static List<String> workUntilDeath(StandaloneInstallation standalone) {
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        Rest clerk = standalone.secretariat();
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> register(clerk, acknowledged));
        await("units registered during the load")
                .atMost(Patience.START)
                .failFast("the standalone ended by itself", work::isDone)
                .until(() -> acknowledged.size() >= ACKNOWLEDGED_BEFORE_DEATH);
        standalone.kill();
        await("the clerk to notice").atMost(Patience.NEWS).until(work::isDone);
        work.join();
        return acknowledged;
    }

    private static void register(Rest clerk, List<String> acknowledged) {
        for (int i = 0; ; i++) {
            String unit = "acknowledged-" + i;
            try {
                Reply reply = clerk.post("/api/units", """
                        {"unitId": "%s", "name": {"vi": "Xa", "en": "Commune"}, "kind": "PROVINCE"}""".formatted(unit));
                assertThat(reply.status()).isEqualTo(201);
                acknowledged.add(unit);
            } catch (UncheckedIOException dead) {
                return;
            }
        }
    }

    private static void assertSame(StoredLedger after, StoredLedger before) {
        assertThat(after.entries()).isEqualTo(before.entries());
    }
}
