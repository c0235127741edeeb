package org.dialogue.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.testing.TestEnvironment;
import org.dialogue.ledger.EventLedger;
import org.dialogue.reports.ReportingServiceApplication;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service is stopped in the middle of its work and started again on the same servers. */
class RestartIT {

    private final String realm = TestEnvironment.freshRealm();

    @Test
    void aRestartLosesNothingDoublesNothingAndFoldsTheSameViews() {
        List<HistoryEntry> history = RandomDialogue.played(4, 150).entries();
        Map<String, Object> before;
        OtherServices others;
        try (ConfigurableApplicationContext first = start()) {
            others = new OtherServices(first.getBean(DialogueProperties.class));
            publish(others, history);
            // Stopped while records are still on their way, unless this machine was fast.
        }
        try (ConfigurableApplicationContext second = start()) {
            awaitAll(second, others);
            before = views(second);
            assertThat(second.getBean(EventLedger.class).head()).isEqualTo(others.published());
        }
        try (ConfigurableApplicationContext third = start()) {
            awaitAll(third, others);
            assertThat(views(third)).isEqualTo(before);
            assertThat(third.getBean(EventLedger.class).head()).isEqualTo(others.published());
        } finally {
            others.close();
        }
    }

    private static void publish(OtherServices others, List<HistoryEntry> history) {
        history.stream()
                .map(HistoryEntry::event)
                .skip(Sample.story().entries().size())
                .forEach(others::publish);
    }

    private static void awaitAll(ConfigurableApplicationContext service, OtherServices others) {
        Views views = service.getBean(Views.class);
        await().until(() -> views.haveCaughtUp()
                && views.all().stream().allMatch(view -> view.state().position() == others.published()));
    }

    private static Map<String, Object> views(ConfigurableApplicationContext service) {
        return service.getBean(Views.class).all().stream()
                .collect(Collectors.toMap(LiveView::name, view -> view.state().view()));
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ReportingServiceApplication.class)
                .initializers(new TestEnvironment(realm))
                .run("--server.port=0", "--dialogue.reports.snapshot-every=50");
    }
}
