package org.dialogue.kit.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dialogue.kit.commands.KeyedRequest.Identity;
import org.junit.jupiter.api.Test;

class KeyedRequestTest {

    private static final Identity IDENTITY =
            new Identity("nghe-an", "dialogue-service", "POST", "/api/questions", "clerk", "k-1");

    /** What makes two requests the same is stored with their events for ever, so it must not drift. */
    @Test
    void derivesTheSameIdsForEver() {
        KeyedRequest.Command command = request(IDENTITY).nextCommand();

        assertThat(command.eventId(0)).isEqualTo("54d7d33e-55f6-8bbb-a43e-676c21cf21b7");
        assertThat(command.eventId(1)).isEqualTo("d723db9a-5a20-8e9c-a185-0cb18ab8b878");
        assertThat(command.eventId(0)).isEqualTo(request(IDENTITY).nextCommand().eventId(0));
    }

    @Test
    void derivesUuidsOfTheFreeVersion() {
        UUID id = UUID.fromString(request(IDENTITY).nextId());

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void tellsRequestsApartByAllThatMakesThem() {
        List<Identity> others = List.of(
                new Identity("hue", "dialogue-service", "POST", "/api/questions", "clerk", "k-1"),
                new Identity("nghe-an", "answer-service", "POST", "/api/questions", "clerk", "k-1"),
                new Identity("nghe-an", "dialogue-service", "PUT", "/api/questions", "clerk", "k-1"),
                new Identity("nghe-an", "dialogue-service", "POST", "/api/units", "clerk", "k-1"),
                new Identity("nghe-an", "dialogue-service", "POST", "/api/questions", "chair", "k-1"),
                new Identity("nghe-an", "dialogue-service", "POST", "/api/questions", "clerk", "k-2"),
                new Identity("nghe-an", "dialogue-service", "POST", "/api/questions", "clerkk", "-1"),
                IDENTITY);
        Set<String> ids = new HashSet<>();
        for (Identity identity : others) {
            KeyedRequest request = request(identity);
            for (int place = 0; place < 2; place++) {
                KeyedRequest.Command command = request.nextCommand();
                ids.addAll(List.of(command.id(), command.eventId(0), command.eventId(1), request.nextId()));
            }
        }

        assertThat(ids).hasSize(others.size() * 8);
    }

    private static KeyedRequest request(Identity identity) {
        return new KeyedRequest(identity, "digest", null);
    }
}
