package org.dialogue.reports.running;

import static org.dialogue.kit.testing.Patience.await;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.reports.ReportingServiceApplication;
import org.dialogue.reports.views.Views;
import org.dialogue.reports.web.Reports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** One running service for all tests below, on the first of January 2024. Tests keep apart by the ids they use. */
@ServiceTest(classes = ReportingServiceApplication.class)
@Import(RunningService.Surroundings.class)
abstract class RunningService {

    /** Twenty past midnight in Nghe An: the day there is already the first of January. */
    static final Instant NOW = Instant.parse("2023-12-31T17:20:00Z");

    @Autowired
    OtherServices others;

    @Autowired
    Views views;

    @Autowired
    DialogueProperties properties;

    @LocalServerPort
    int port;

    Caller as(Actor actor) {
        return Caller.as(port, actor);
    }

    Caller anonymous() {
        return Caller.anonymous(port);
    }

    Reply get(String path, Actor actor) {
        return as(actor).get(path);
    }

    /** Waits until everything that was published shows in every view. */
    void awaitViews() {
        await().until(() -> views.haveCaughtUp()
                && views.all().stream().allMatch(view -> view.state().position() == others.published()));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        /** Only for reports: tokens are of the present, and nobody may show one from the future. */
        @Bean
        @Primary
        Reports reportsOfThatDay(CurrentActor currentActor) {
            return new Reports(currentActor, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Ho_Chi_Minh"));
        }

        @Bean
        OtherServices otherServices(DialogueProperties properties) {
            return new OtherServices(properties);
        }
    }
}
