package org.dialogue.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.dialogue.events.commitment.CommitmentEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stored JSON is read for ever: every golden file is understood, and written back as it stands. */
class GoldenEventsTest {

    private static final JsonMapper JSON = EventJson.mapper();

    @ParameterizedTest
    @MethodSource("events")
    void areReadAndWrittenAsTheyStand(EventType event) throws IOException {
        String golden = golden(event, "");

        DialogueEvent read = JSON.readValue(golden, event.type());

        assertThat(tree(JSON.writeValueAsString(read))).isEqualTo(tree(golden));
    }

    @ParameterizedTest
    @MethodSource("events")
    void areReadWithTheLeastThatOlderHistoryHolds(EventType event) throws IOException {
        String minimal = golden(event, ".minimal");
        if (minimal.isEmpty()) {
            return;
        }

        DialogueEvent read = JSON.readValue(minimal, event.type());

        assertThat(JSON.readValue(JSON.writeValueAsString(read), event.type())).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("events")
    void areReadInSpiteOfFieldsOfTheFuture(EventType event) throws IOException {
        String golden = golden(event, "");
        String younger = golden.replaceFirst("\\{", "{\"ofTheFuture\":{\"a\":[1]},");

        assertThat(JSON.readValue(younger, event.type())).isEqualTo(JSON.readValue(golden, event.type()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void lackNothing(EventType event) throws IOException {
        assertThat(EventValues.missing(JSON.readValue(golden(event, ""), event.type())))
                .isEmpty();
    }

    @Test
    void lackWhatIsMissingWithin() throws IOException {
        EventType promise =
                EventCatalogue.byClass(CommitmentEvent.FollowUpCommitted.class).orElseThrow();
        ObjectNode golden = (ObjectNode) JSON.readTree(golden(promise, ""));
        golden.putObject("due");

        assertThat(EventValues.missing(JSON.treeToValue(golden, promise.type())))
                .hasValue("due.kind");
    }

    @Test
    void coverTheCatalogue() {
        assertThat(events()).isNotEmpty();
    }

    static Stream<EventType> events() {
        return EventCatalogue.types().stream();
    }

    private static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    private static String golden(EventType event, String kind) throws IOException {
        String file = "golden/" + event.name() + ".v" + event.revision() + kind + ".json";
        try (InputStream json = EventType.class.getResourceAsStream(file)) {
            return json == null ? "" : new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
