package org.dialogue.kit.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.Instant;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.sample.KnownGroups;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.sample.WhenQuestionGroupedThenFilePaper;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever can write to a topic can lie there, but neither be believed under another name nor stop the reader. */
@ServiceTest(classes = SampleService.class, properties = "sample.test=unbelieved")
@ExtendWith(OutputCaptureExtension.class)
class UnbelievedRecordsIT {

    @LocalServerPort
    int port;

    @Autowired
    DialogueProperties properties;

    @Autowired
    WhenQuestionGroupedThenFilePaper policy;

    @Autowired
    KnownGroups known;

    @Autowired
    InboxStatus status;

    @Test
    void aStrangerIsParkedWithAnAlarmAndTheTrueSourceGoesOn(CapturedOutput output) {
        String topic = properties.topic("other.events");
        try (OtherService other = new OtherService(topic, "other-service");
                OtherService stranger = new OtherService(topic, "stranger\r\nFORGED LINE");
                OtherService impostor = new OtherService(topic, "other-service")) {
            publish(other, "a1");
            await().until(() -> policy.handled.contains("a1/x"));

            stranger.publish(event(stranger, 1, "s1"));
            stranger.publish(event(stranger, 77, "s2"));
            impostor.publish(event(impostor, 1, "forged-first"));
            impostor.publish(event(impostor, 1_000_000, "forged-far"));
            publish(other, "a2");
            publish(other, "a3");

            await().until(() -> policy.handled.contains("a3/x"));
            assertThat(letters()).contains("\"group\":\"not-believed\"");
            assertThat(policy.handled).noneMatch(entry -> entry.startsWith("s") || entry.startsWith("forged"));
            assertThat(known.groups.find(new QuestionId("forged-first"))).isEmpty();
            assertThat(status.positions()).containsOnlyKeys("other-service").containsEntry("other-service", 3L);
            assertThat(status.missing()).isEmpty();
            assertThat(Caller.anonymous(port).get("/actuator/prometheus").text())
                    .containsPattern(
                            "dialogue_consuming_disbelieved_total\\{[^}]*reason=\"FOREIGN_SOURCE\"[^}]*} 2\\.0")
                    .containsPattern("dialogue_consuming_disbelieved_total\\{[^}]*reason=\"OTHER_BYTES\"[^}]*} 1\\.0")
                    .containsPattern("dialogue_consuming_disbelieved_total\\{[^}]*reason=\"FAR_AHEAD\"[^}]*} 1\\.0");
            assertThat(output.getAll().lines().filter(line -> line.startsWith("FORGED LINE")))
                    .isEmpty();
            assertThat(output.getAll()).contains("stranger\\r\\nFORGED LINE");
            known.groups.rebuild();
            assertThat(known.groups.find(new QuestionId("a3"))).isPresent();
            assertThat(known.groups.find(new QuestionId("s1"))).isEmpty();
        }
    }

    private String letters() {
        return Caller.as(port, TestActors.operator())
                .get("/api/dead-letters?limit=200")
                .text();
    }

    private static void publish(OtherService service, String id) {
        service.publish("question", "question:" + id, 0, grouped(id), TestActors.chair());
    }

    private static RecordedEvent event(OtherService service, long position, String id) {
        return service.record(position, "question", "question:" + id, 0, grouped(id), TestActors.chair());
    }

    private static QuestionGrouped grouped(String id) {
        return new QuestionGrouped(new QuestionId(id), new QuestionId("x"), Instant.parse("2023-07-12T01:30:00Z"));
    }
}
