package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The test vectors of the format's page, which were made without this code.
 */
class CheckpointVectorsTest {

    private static final JsonNode VECTORS = JsonMapper.shared()
            .readTree(
                    Path.of("../../docs/ledger-format/vectors/checkpoints.json").toFile());

    @Test
    void keys() {
        assertThat(VECTORS.get("keys")).isNotEmpty().allSatisfy(vector -> {
            VerifierKey key = VerifierKey.parse(vector.get("vkey").asString());
            assertThat(key.name()).isEqualTo(vector.get("name").asString());
            assertThat(key.algorithm().number())
                    .isEqualTo((byte) vector.get("algorithm").asInt());
            assertThat(HexFormat.of().toHexDigits(key.id()))
                    .isEqualTo(vector.get("keyId").asString());
            assertThat(HexFormat.of().formatHex(key.publicKey()))
                    .isEqualTo(vector.get("publicKey").asString());
            assertThat(key.text()).isEqualTo(vector.get("vkey").asString());
        });
    }

    static Stream<JsonNode> invalidKeys() {
        return VECTORS.get("invalidKeys").valueStream();
    }

    @ParameterizedTest
    @MethodSource
    void invalidKeys(JsonNode vector) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerifierKey.parse(vector.get("vkey").asString()));
    }

    static Stream<JsonNode> checkpoints() {
        return VECTORS.get("checkpoints").valueStream();
    }

    @ParameterizedTest
    @MethodSource
    void checkpoints(JsonNode vector) {
        String text = vector.get("note").asString();
        if (!vector.get("parses").asBoolean()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Checkpoint.parse(SignedNote.parse(text).body()));
            return;
        }
        SignedNote note = SignedNote.parse(text);
        TreeHead tree = new TreeHead(
                vector.get("size").asLong(),
                HexFormat.of().parseHex(vector.get("root").asString()));
        assertThat(Checkpoint.parse(note.body()))
                .isEqualTo(new Checkpoint(vector.get("origin").asString(), tree));
        assertThat(note.text()).isEqualTo(text);
        assertThat(verifiers(note))
                .isEqualTo(vector.get("verifiedBy")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        Map<String, Long> cosigned = vector.get("cosigned")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.get("vkey").asString(),
                        each -> each.get("time").asLong()));
        cosigned.forEach((key, time) -> assertThat(VerifierKey.parse(key).cosignedAt(note))
                .hasValueSatisfying(at -> assertThat(at.getEpochSecond()).isEqualTo(time)));
        assertThat(verifiers(note).stream()
                        .filter(key -> VerifierKey.parse(key).cosignedAt(note).isPresent()))
                .hasSize(cosigned.size());
    }

    private static List<String> verifiers(SignedNote note) {
        return Stream.concat(
                        VECTORS.get("keys").valueStream().map(key -> key.get("vkey")),
                        VECTORS.get("publishedKeys").valueStream())
                .map(JsonNode::asString)
                .filter(key -> VerifierKey.parse(key).verifies(note))
                .toList();
    }
}
