package org.dialogue.reports.counts;

import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the view. */
@Configuration(proxyBeanMethods = false)
class CountsView {

    @Bean
    LiveView<Counts> counts(Views views) {
        return views.keep(Counts.FOLD);
    }
}
