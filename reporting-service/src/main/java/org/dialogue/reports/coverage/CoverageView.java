package org.dialogue.reports.coverage;

import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the view. */
@Configuration(proxyBeanMethods = false)
class CoverageView {

    @Bean
    LiveView<Coverage> coverage(Views views) {
        return views.keep(Coverage.FOLD);
    }
}
