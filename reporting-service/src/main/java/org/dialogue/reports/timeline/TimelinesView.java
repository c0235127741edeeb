package org.dialogue.reports.timeline;

import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the view. */
@Configuration(proxyBeanMethods = false)
class TimelinesView {

    @Bean
    LiveView<Timelines> timelines(Views views) {
        return views.keep(Timelines.FOLD);
    }
}
