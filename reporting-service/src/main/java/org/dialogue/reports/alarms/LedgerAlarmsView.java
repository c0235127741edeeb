package org.dialogue.reports.alarms;

import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the view. */
@Configuration(proxyBeanMethods = false)
class LedgerAlarmsView {

    @Bean
    LiveView<LedgerAlarms> ledgerAlarms(Views views) {
        return views.keep(LedgerAlarms.FOLD);
    }
}
