package org.dialogue.reports.web;

import java.time.Clock;
import java.time.ZoneId;
import org.dialogue.kit.access.CurrentActor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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

    /**
     * What is set under {@code dialogue.reports.*}.
     *
     * @param zone the host's time zone, which decides when a day ends
     */
    @ConfigurationProperties("dialogue.reports")
    record ReportsSettings(@DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {}
}
