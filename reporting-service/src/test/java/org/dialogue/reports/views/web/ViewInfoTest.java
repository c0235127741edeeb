package org.dialogue.reports.views.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.Clock;
import java.time.Duration;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.reports.folds.ViewFault;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.ToldHistory;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewInfoTest {

    private static final ViewFold<Long> PICKY = new ViewFold<>("picky", 0L, (count, entry) -> {
        if (entry.position() == 2) {
            throw new IllegalStateException("it says: secret");
        }
        return count + 1;
    });

    private final ToldHistory history = new ToldHistory();
    private final Views views = new Views(history, Clock.systemUTC(), Duration.ofMillis(20));
    private final LiveView<Long> view = views.keep(PICKY);

    @BeforeEach
    void fold() {
        history.tell(Sample.story().entries());
        views.start();
        await().until(views::haveCaughtUp);
    }

    @AfterEach
    void stop() {
        views.stop();
    }

    @Test
    void aFaultIsShownToEverybodyAndItsErrorToThoseWhoMayReadTheEvent() {
        assertThat(errorFor(TestActors.auditor())).isEqualTo("IllegalStateException: it says: secret");
        assertThat(errorFor(TestActors.operator())).isEqualTo("IllegalStateException");
        assertThat(errorFor(TestActors.delegateOf("nga-my"))).isNull();
    }

    @Test
    void aViewTellsHowFarItIsBehind() {
        ViewInfo info = ViewInfo.of(view.name(), view, 10, TestActors.auditor());

        assertThat(info.position()).isEqualTo(8);
        assertThat(info.behind()).isEqualTo(2);
        assertThat(info.ready()).isTrue();
        assertThat(info.building().percent()).isEqualTo(100);
        assertThat(info.rebuild()).isNull();
    }

    private @Nullable String errorFor(Actor reader) {
        ViewInfo info = ViewInfo.of(view.name(), view, views.head(), reader);
        ViewInfo.Fault fault = info.faults().get(0);
        assertThat(fault)
                .isEqualTo(new ViewInfo.Fault(
                        2,
                        "dialogue-service-2",
                        "administrative-unit-registered",
                        ViewFault.Kind.MISFIT,
                        fault.error()));
        return fault.error();
    }
}
