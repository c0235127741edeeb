package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.embedded.EmbeddedKafka;
import org.dialogue.embedded.Ports;
import org.dialogue.quality.harness.Ledgers;
import org.dialogue.quality.harness.Province;
import org.dialogue.quality.harness.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While the broker is away, commands are accepted as ever; when it is back, everything catches up in order. The test stops
 * the broker, so it brings its own, whatever Kafka the environment names.
 */
class BrokerDownIT {

    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final String BEFORE = "before-the-outage";

    @Test
    void commandsAreAcceptedWhileTheBrokerIsDownAndCatchUpInOrder(@TempDir Path data) {
        int port = Ports.free();
        EmbeddedKafka broker = EmbeddedKafka.start(data, port);
        try (Province province = Province.start("broker-down", Servers.shared().withKafka(broker.bootstrapServers()))) {
            var road = new QuestionRoad(province, "outage-2024");
            road.openProgramme();
            raiseAndAssign(road, BEFORE);
            road.awaitAssignment(BEFORE);

            broker.close();
            road.answer(BEFORE, 1);
            List<String> questions = raiseDuringOutage(road);
            assertThat(road.status(BEFORE))
                    .as("news from the other service while the broker is away")
                    .isEqualTo("ASSIGNED");

            broker = EmbeddedKafka.start(data, port);
            road.awaitStatus(BEFORE, "ANSWERED");
            questions.forEach(road::awaitAssignment);
            assertCaughtUpInOrder(province, questions);
        } finally {
            broker.close();
        }
    }

    private static List<String> raiseDuringOutage(QuestionRoad road) {
        Instant end = Instant.now().plus(OUTAGE);
        var questions = new ArrayList<String>();
        await("the end of the outage")
                .pollDelay(Duration.ZERO)
                .pollInterval(PACE)
                .atMost(OUTAGE.multipliedBy(3))
                .until(() -> {
                    String question = "outage-" + questions.size();
                    raiseAndAssign(road, question);
                    questions.add(question);
                    return Instant.now().isAfter(end);
                });
        return questions;
    }

    private static void raiseAndAssign(QuestionRoad road, String question) {
        assertThat(road.raise(question, 1).status()).isEqualTo(201);
        road.assign(question).succeeded();
    }

    private static void assertCaughtUpInOrder(Province province, List<String> questions) {
        Ledgers ledgers = province.suite().awaitQuiet();
        ledgers.assertWhole();
        assertThat(ledgers.answers().aggregatesWith("assignment-opened"))
                .as("assignments open in the order of their questions")
                .containsSubsequence(questions.stream()
                        .map(question -> "assignment:" + QuestionRoad.assignmentOf(question))
                        .toList());
    }
}
