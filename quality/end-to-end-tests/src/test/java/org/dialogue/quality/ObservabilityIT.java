package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.dialogue.quality.harness.Metrics;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Province;
import org.dialogue.quality.harness.ServiceProcess;
import org.dialogue.quality.harness.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators watch is on each service's Prometheus page, and moves when something happens. */
@ExtendWith(Province.Shared.class)
class ObservabilityIT {

    private static final String PROGRAMME = "observed-2024";

    private final Province province;
    private final Suite suite;

    ObservabilityIT(Province province) {
        this.province = province;
        this.suite = province.suite();
    }

    @Test
    void operatorsSeeCommandsPublishingLagDeadLettersAndOpenCommitments() {
        var road = new QuestionRoad(province, PROGRAMME);
        road.openProgramme();
        double raisedBefore = commands("RaiseQuestion");
        double openBefore = openCommitments();

        road.raise("observed", 1).succeeded();
        road.assign("observed").succeeded();
        road.awaitAssignment("observed");
        road.answer("observed", 1);
        road.conclude("observed", 1);
        road.commit("observed-commitment", "observed");

        assertThat(commands("RaiseQuestion")).isEqualTo(raisedBefore + 1);
        await("the gauge of open commitments")
                .atMost(Patience.NEWS)
                .untilAsserted(() -> assertThat(openCommitments()).isEqualTo(openBefore + 1));
        List.of(suite.dialogues(), suite.answers()).forEach(ObservabilityIT::awaitPublished);
        suite.all().forEach(ObservabilityIT::awaitConsumed);
    }

    /** How many there were is told to operators alone. */
    private double commands(String command) {
        var shown = province.cast().operator(suite.dialogues()).text("/actuator/prometheus");
        return value(new Metrics(shown), "commandBus_successTimer_seconds_count", command);
    }

    private static double value(Metrics metrics, String name, String command) {
        return metrics.sum(name, "payloadType=\"%s\"".formatted(command)).orElse(0);
    }

    private double openCommitments() {
        return suite.reports().metrics().sum("dialogue_commitments_open").orElseThrow();
    }

    private static void awaitPublished(ServiceProcess service) {
        await("everything published by " + service).atMost(Patience.NEWS).untilAsserted(() -> {
            assertThat(service.metrics().sum("dialogue_publishing_lag")).hasValue(0);
            assertThat(service.metrics()
                            .sum("dialogue_publishing_seconds_count")
                            .orElse(0))
                    .isPositive();
        });
    }

    /** A record is timed after what follows from it can be seen. */
    private static void awaitConsumed(ServiceProcess service) {
        await("something consumed by " + service).atMost(Patience.NEWS).untilAsserted(() -> {
            Metrics metrics = service.metrics();
            assertThat(metrics.sum("dialogue_consuming_seconds_count").orElse(0))
                    .isPositive();
            assertThat(metrics.names()).contains("dialogue_dead_letters");
        });
    }
}
