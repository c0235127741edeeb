package org.dialogue.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stored history is for ever: what was written once must be read, and be written the same again. */
class GoldenEventsTest {

    private static final JsonMapper MAPPER = EventJson.mapper();

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void areReadAndWrittenAsTheyStand(Golden golden) {
        DialogueEvent event = MAPPER.treeToValue(golden.json(), golden.event().type());

        assertThat(MAPPER.readTree(MAPPER.writeValueAsBytes(event))).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void keepTheOrderOfTheirComponents(Golden golden) {
        DialogueEvent event = MAPPER.treeToValue(golden.json(), golden.event().type());

        assertThat(MAPPER.writeValueAsString(event)).isEqualTo(golden.json().toString());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void areReadAlthoughANewerWriterAddedSomething(Golden golden) {
        ObjectNode newer = withUnknownFields(golden.json());

        assertThat(MAPPER.treeToValue(newer, golden.event().type()))
                .isEqualTo(MAPPER.treeToValue(golden.json(), golden.event().type()));
    }

    private static ObjectNode withUnknownFields(ObjectNode json) {
        ObjectNode newer = json.deepCopy();
        newer.valueStream()
                .filter(JsonNode::isObject)
                .forEach(inner -> ((ObjectNode) inner).put("addedTomorrow", true));
        newer.putObject("addedTomorrow").put("by", "a newer writer");
        return newer;
    }

    static Stream<Golden> goldenFiles() {
        return EventCatalogue.types().stream().flatMap(event -> {
            String base = "golden/" + event.name() + ".v" + event.revision();
            Golden full = new Golden(event, Objects.requireNonNull(read(base + ".json"), base));
            ObjectNode minimal = read(base + ".minimal.json");
            return minimal == null ? Stream.of(full) : Stream.of(full, new Golden(event, minimal));
        });
    }

    private static ObjectNode read(String resource) {
        try (InputStream json = EventCatalogue.class.getResourceAsStream(resource)) {
            return json == null ? null : (ObjectNode) MAPPER.readTree(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    record Golden(EventType event, ObjectNode json) {

        @Override
        public String toString() {
            return event.name() + " v" + event.revision();
        }
    }
}
