package org.dialogue.kit;

import java.time.Clock;
import java.time.ZoneId;
import org.dialogue.kit.rules.HostCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The settings, the clock that only the edge reads, and the host's calendar where a service says the zone. */
@AutoConfiguration
@EnableConfigurationProperties(DialogueProperties.class)
class KitAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnProperty("dialogue.zone")
    HostCalendar hostCalendar(@Value("${dialogue.zone}") ZoneId zone) {
        return new HostCalendar(zone);
    }
}
