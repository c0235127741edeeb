package org.dialogue.reports.views;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.ledger.EventLedger;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine on this service's ledger. Each view is added beside its fold. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {

    @Bean
    History history(EventLedger ledger, LedgerEventReader reader, DialogueProperties properties) {
        return new LedgerHistory(ledger, reader, properties.service());
    }

    @Bean
    Views views(History history, Clock clock, DialogueProperties properties) {
        return new Views(history, clock, properties.mongodb().pollInterval());
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
