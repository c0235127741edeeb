package org.dialogue.reports.web;

import java.time.Clock;
import org.dialogue.kit.access.CurrentActor;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The surroundings that the controllers share. */
@Configuration(proxyBeanMethods = false)
class ReportsConfiguration {

    @Bean
    Reports reports(CurrentActor currentActor, Clock clock, ReportsSettings settings) {
        return new Reports(currentActor, clock, settings.zone());
    }

    /** Comes after the kit's own rules for JSON at the edge. */
    @Bean
    JsonMapperBuilderCustomizer shownText() {
        return builder -> builder.addModule(new ShownText());
    }
}
