package org.dialogue.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.updates.UpdateChecker;
import org.axonframework.updates.UpdateCheckerHttpClient;
import org.axonframework.updates.UpdateCheckerReporter;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Axon detects tests and then stays quiet by itself, so what holds in production is tested piece by piece. */
class UsageReportingTest {

    private static final String CHECKER = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration";

    @Test
    void isNotConfigured() throws Exception {
        assertThat(Class.forName(CHECKER)).as("the class is still called so").isNotNull();

        boolean[] kept = new KitAutoConfigurationFilter()
                .match(new String[] {CHECKER, "org.example.Other", null}, mock(AutoConfigurationMetadata.class));

        assertThat(kept).containsExactly(false, true, true);
    }

    @Test
    void isSaidNoToEvenIfItWereConfigured() {
        UpdateCheckerHttpClient client = mock(UpdateCheckerHttpClient.class);
        ScheduledExecutorService schedule = mock(ScheduledExecutorService.class);

        new UpdateChecker(client, mock(UpdateCheckerReporter.class), new NoUsageReporting(), schedule).start();

        verifyNoInteractions(client, schedule);
    }

    @Test
    void isSaidNoToAboveEverythingElse() {
        assertThat(UsagePropertyProvider.create(new NoUsageReporting()).getDisabled())
                .isTrue();
    }

    @Test
    void leavesOutOnlyClassesThatThereAre() {
        assertThat(KitAutoConfigurationFilter.LEFT_OUT)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(
                                getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                        .as(name)
                        .isNotNull());
    }
}
