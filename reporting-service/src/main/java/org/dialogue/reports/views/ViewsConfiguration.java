package org.dialogue.reports.views;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.ledger.EventLedger;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.alarms.LedgerAlarms;
import org.dialogue.reports.folds.commitments.CommitmentState;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.timeline.Timelines;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine on this service's ledger. Views are told of events in the order in which they are made here. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {

    @Bean
    History history(EventLedger ledger, LedgerEventReader reader, DialogueProperties properties) {
        return new LedgerHistory(ledger, reader, properties.service());
    }

    @Bean
    Views views(
            History history,
            EventLedger ledger,
            MongoDatabase database,
            Clock clock,
            DialogueProperties properties,
            @Value("${dialogue.reports.snapshot-every:10000}") long snapshotEvery) {
        return new Views(
                history,
                clock,
                properties.mongodb().pollInterval(),
                new StoredSnapshots(database, ledger, clock),
                snapshotEvery);
    }

    /** Told of each event before the others, so that whatever they hold is known there. */
    @Bean
    LiveView<FollowUp> followUp(Views views) {
        return views.keep(FollowUp.FOLD);
    }

    @Bean
    LiveView<Timelines> timelines(Views views, LiveView<FollowUp> before) {
        return views.keep(Timelines.FOLD);
    }

    @Bean
    LiveView<LedgerAlarms> ledgerAlarms(Views views, LiveView<Timelines> before) {
        return views.keep(LedgerAlarms.FOLD);
    }

    @Bean
    MeterBinder openCommitmentMeters(LiveView<FollowUp> view) {
        return registry -> {
            for (CommitmentState state :
                    List.of(CommitmentState.OPEN, CommitmentState.WAITING, CommitmentState.CLAIMED)) {
                Gauge.builder("dialogue.commitments.open", view, kept -> count(kept, state))
                        .description("Commitments that have not ended")
                        .tag("state", state.name())
                        .register(registry);
            }
        };
    }

    private static long count(LiveView<FollowUp> view, CommitmentState state) {
        return view.state().view().commitments().open().values().stream()
                .filter(commitment -> commitment.state() == state)
                .count();
    }

    @Bean
    HealthIndicator viewsHealthIndicator(Views views) {
        return new ViewsHealth(views);
    }

    @Bean
    MeterBinder viewMeters(Views views) {
        return new ViewMeters(views);
    }
}
