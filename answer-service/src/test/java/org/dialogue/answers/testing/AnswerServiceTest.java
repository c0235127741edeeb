package org.dialogue.answers.testing;

import static org.dialogue.kit.testing.Patience.await;

import java.util.List;
import java.util.UUID;
import org.dialogue.answers.reference.ReferenceDataProjection;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole service between a real broker and a real store, with a directory that dialogue-service has told it of. */
@ServiceTest
@Import(AnswerServiceTest.Neighbour.class)
public abstract class AnswerServiceTest {

    @LocalServerPort
    protected int port;

    @Autowired
    protected Dialogue dialogue;

    @Autowired
    protected ReferenceDataProjection knowledge;

    /** One for each application context, because positions on its topic only grow. */
    @TestConfiguration
    public static class Neighbour {

        @Bean
        Dialogue dialogue(DialogueProperties properties) {
            return new Dialogue(properties.topic("dialogue.events"));
        }
    }

    @BeforeEach
    void learnTheDirectory() {
        dialogue.introduceOnce();
        // The last thing told: when it is known, all is.
        await().until(() -> knowledge.authority(new AuthorityId("central")).isPresent());
    }

    protected Caller as(Actor actor) {
        return Caller.as(port, actor);
    }

    /** What the items of a list have in one field. */
    protected static List<String> listed(Caller caller, String list, String field) {
        return caller.get(list).expect(200).json().path("items").values().stream()
                .map(item -> item.path(field).asString())
                .toList();
    }

    /** An id that no other test uses. */
    protected static String fresh(String kind) {
        return kind + "-" + UUID.randomUUID();
    }
}
