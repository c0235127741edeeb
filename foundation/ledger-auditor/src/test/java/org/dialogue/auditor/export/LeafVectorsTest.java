package org.dialogue.auditor.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.stream.Stream;
import org.dialogue.auditor.Vectors;
import org.dialogue.auditor.tree.LeafHasher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LeafVectorsTest {

    static Stream<JsonNode> leaves() {
        return Vectors.of("leaves.json", "leaves").stream();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void leavesAreThoseOfThePage(JsonNode vector) throws UnreadableExportException {
        String line = ((ObjectNode) vector.get("event")).put("position", 1).toString();

        ExportedEvent event = ExportedEvent.of(JsonFields.parse(CharBuffer.wrap(line.toCharArray()), "a line"));

        assertThat(event.leaf(new LeafHasher()))
                .as(vector.get("name").asString())
                .isEqualTo(Vectors.bytes(vector.get("leaf")));
    }
}
