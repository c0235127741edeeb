package org.dialogue.reports.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.ToldHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ViewsHealthTest {

    private static final ViewFold<Long> PICKY = new ViewFold<>("picky", 0L, (count, entry) -> {
        if (entry.position() == 3) {
            throw new IllegalStateException("not the third");
        }
        return count + 1;
    });

    private final ToldHistory history = new ToldHistory();
    private final Views views = new Views(history, Clock.systemUTC(), Duration.ofMillis(20));
    private final ViewsHealth health = new ViewsHealth(views);

    @AfterEach
    void stop() {
        views.stop();
    }

    @Test
    void outOfServiceUntilCaughtUpThenUp() {
        views.keep(PICKY);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        views.start();
        await().until(views::haveCaughtUp);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void degradedWithTheFaultWhereAViewGoesOnWithoutAnEvent() {
        views.keep(PICKY);
        history.tell(Sample.story().entries());
        views.start();
        await().until(views::haveCaughtUp);

        assertThat(health.health().getStatus()).isEqualTo(DegradedStatus.DEGRADED);
        assertThat((Map<?, ?>) health.health().getDetails().get("picky"))
                .extracting("faults")
                .as("what went wrong may quote the event, and health is open to everybody")
                .isEqualTo(1L);
    }

    @Test
    void degradedWhileTheLedgerCannotBeRead() {
        views.keep(PICKY);
        views.start();
        await().until(views::haveCaughtUp);

        history.fail(true);
        await().until(() -> health.health().getStatus().equals(DegradedStatus.DEGRADED));
        history.fail(false);
        await().until(() -> health.health().getStatus().equals(Status.UP));
    }
}
