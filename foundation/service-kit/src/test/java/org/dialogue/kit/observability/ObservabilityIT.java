package org.dialogue.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.updates.UpdateChecker;
import org.axonframework.updates.UpdateCheckerHttpClient;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest(classes = SampleService.class)
class ObservabilityIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void metersReachPrometheus() {
        Caller.as(port, TestActors.secretariat()).post("/api/papers", "{\"reason\":\"to be measured\"}");

        await().untilAsserted(() -> assertThat(Caller.as(port, TestActors.operator())
                        .get("/actuator/prometheus")
                        .text())
                .containsPattern("commandBus_\\w+_seconds_count\\{[^}]*payloadType=\"FilePaper\"")
                .containsPattern("eventProcessor_\\w+_seconds_count\\{[^}]*processorName=\"filed-papers\"")
                .contains("eventProcessor_latency")
                .containsPattern("dialogue_publishing_seconds_count\\{[^}]*} [1-9]")
                .containsPattern("dialogue_publishing_lag\\{[^}]*} 0\\.0")
                .contains("dialogue_publishing_failures_total")
                .containsPattern("dialogue_dead_letters\\{[^}]*group=\"grouped-papers\"")
                .contains("application=\"sample-service\""));
        assertThat(context.getBeansOfType(MeterRegistry.class)).isNotEmpty();
    }

    @Test
    void livenessAndReadinessAreOpenAndNameWhatTheyLookedAt() {

        // Servers have two seconds to answer, and may be slow once.
        await().untilAsserted(() -> {
            Reply readiness = Caller.anonymous(port).get("/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(200);
            assertThat(readiness.text())
                    .contains("\"mongo\"")
                    .contains("\"kafka\"")
                    .contains("\"status\":\"UP\"");
        });
        assertThat(Caller.anonymous(port).get("/actuator/health/liveness").text())
                .contains("\"status\":\"UP\"");
        assertThat(Caller.anonymous(port).get("/actuator/env").status()).isEqualTo(401);
    }

    @Test
    void nothingReportsUsageToAnybody() {
        assertThat(context.getBeansOfType(UpdateChecker.class)).isEmpty();
        assertThat(context.getBeansOfType(UpdateCheckerHttpClient.class)).isEmpty();
        assertThat(context.getBean(UsagePropertyProvider.class).getDisabled()).isTrue();
    }
}
