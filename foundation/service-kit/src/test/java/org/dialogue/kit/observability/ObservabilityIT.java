package org.dialogue.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.axonframework.updates.UpdateChecker;
import org.axonframework.updates.UpdateCheckerHttpClient;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.dialogue.kit.sample.Api;
import org.dialogue.kit.sample.SampleService;
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
        Api api = new Api(port);
        api.send(TestActors.secretariat(), "POST", "/api/papers", "{\"reason\":\"to be measured\"}");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                api.getAnonymously("/actuator/prometheus").body())
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
        Api api = new Api(port);

        HttpResponse<String> readiness = api.getAnonymously("/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body()).contains("\"mongo\"").contains("\"kafka\"").contains("\"status\":\"UP\"");
        assertThat(api.getAnonymously("/actuator/health/liveness").body()).contains("\"status\":\"UP\"");
        assertThat(api.getAnonymously("/actuator/env").statusCode()).isEqualTo(401);
    }

    @Test
    void nothingReportsUsageToAnybody() {
        assertThat(context.getBeansOfType(UpdateChecker.class)).isEmpty();
        assertThat(context.getBeansOfType(UpdateCheckerHttpClient.class)).isEmpty();
        assertThat(context.getBean(UsagePropertyProvider.class).getDisabled()).isTrue();
    }
}
