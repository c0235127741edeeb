package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Province;
import org.dialogue.quality.harness.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A record that nobody can read parks in the dead-letter queue of each consumer, in sight, while others flow. */
@ExtendWith(Province.Shared.class)
class PoisonRecordIT {

    private static final String PROGRAMME = "poison-2024";

    private final Province province;

    PoisonRecordIT(Province province) {
        this.province = province;
    }

    @Test
    void aPoisonRecordParksWhileOthersFlow() throws Exception {
        var road = new QuestionRoad(province, PROGRAMME);
        road.openProgramme();
        List<ServiceProcess> consumers =
                List.of(province.suite().answers(), province.suite().reports());
        assertThat(consumers).allSatisfy(service -> assertThat(parked(service)).isZero());

        sendPoison(province.suite().realm() + ".dialogue.events");
        consumers.forEach(this::awaitDeadLetter);

        road.raise("after-poison", 1).succeeded();
        road.assign("after-poison").succeeded();
        road.awaitAssignment("after-poison");
        await("the report to go on")
                .atMost(Patience.NEWS)
                .untilAsserted(() -> assertThat(questionsInReport()).contains("after-poison"));
    }

    private void sendPoison(String topic) throws ExecutionException, InterruptedException {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                province.suite().servers().kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            byte[] garbage = "this is no event".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, "poison", garbage)).get();
        }
    }

    private void awaitDeadLetter(ServiceProcess service) {
        await("a dead letter of " + service).atMost(Patience.NEWS).untilAsserted(() -> {
            assertThat(deadLetters(service)).hasSize(1);
            assertThat(parked(service)).isEqualTo(1);
        });
    }

    private List<JsonNode> deadLetters(ServiceProcess service) {
        JsonNode letters = province.cast()
                .operator(service)
                .get("/api/dead-letters")
                .succeeded()
                .body();
        return letters.path("items").valueStream().toList();
    }

    private static double parked(ServiceProcess service) {
        return service.metrics().sum("dialogue_dead_letters").orElseThrow();
    }

    private List<String> questionsInReport() {
        return coverage()
                .flatMap(part -> part.findValuesAsString("questionId").stream())
                .toList();
    }

    private Stream<JsonNode> coverage() {
        return province.cast()
                .secretariat(province.suite().reports())
                .get("/api/reports/coverage?programme=" + PROGRAMME)
                .succeeded()
                .body()
                .path("items")
                .valueStream();
    }
}
