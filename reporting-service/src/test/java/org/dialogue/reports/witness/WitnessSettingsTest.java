package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** What an operator says in the environment reaches the witness through reporting-service.yml. */
class WitnessSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withPropertyValues("spring.config.name=reporting-service")
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Test
    void withoutAWordTheKeysOfTheFirstUseAreBelieved() {
        service.run(context -> {
            WitnessSettings settings = context.getBean(WitnessSettings.class);
            assertThat(settings.sources()).containsOnlyKeys("dialogue-service", "answer-service");
            assertThat(settings.sources().values()).allSatisfy(ledger -> {
                assertThat(ledger.keys()).isEmpty();
                assertThat(ledger.url()).hasHost("localhost");
            });
        });
    }

    @Test
    void keysArePartedByCommas() {
        service.withPropertyValues("DIALOGUE_SERVICE_KEYS=former+1+A/=,later+2+B", "ANSWER_SERVICE_KEYS=only+3+C")
                .run(context -> {
                    WitnessSettings settings = context.getBean(WitnessSettings.class);
                    assertThat(settings.sources().get("dialogue-service").keys())
                            .isEqualTo(List.of("former+1+A/=", "later+2+B"));
                    assertThat(settings.sources().get("answer-service").keys()).containsExactly("only+3+C");
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WitnessSettings.class)
    static class Settings {}
}
