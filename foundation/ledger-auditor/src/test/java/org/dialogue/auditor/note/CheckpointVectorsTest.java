package org.dialogue.auditor.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dialogue.auditor.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CheckpointVectorsTest {

    private static final String FILE = "checkpoints.json";

    static Stream<JsonNode> notes() {
        return Vectors.of(FILE, "checkpoints").stream();
    }

    static Stream<JsonNode> invalidKeys() {
        return Vectors.of(FILE, "invalidKeys").stream();
    }

    @Test
    void keysAreRead() throws MalformedException {
        for (JsonNode vector : Vectors.of(FILE, "keys")) {
            VerifierKey key = VerifierKey.parse(vector.get("vkey").asString());
            assertThat(key.name()).isEqualTo(vector.get("name").asString());
            assertThat(key.id()).isEqualTo(vector.get("keyId").asString());
            assertThat(key.kind())
                    .isEqualTo(KeyKind.of((byte) vector.get("algorithm").asInt()));
            assertThat(key.publicKey()).isEqualTo(Vectors.bytes(vector.get("publicKey")));
        }
    }

    @ParameterizedTest
    @MethodSource("invalidKeys")
    void whatIsNoKeyIsRefused(JsonNode vector) {
        assertThatThrownBy(() -> VerifierKey.parse(vector.get("vkey").asString()))
                .as(vector.get("name").asString())
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void keysOfOtherTypesArePassedOver() throws MalformedException {
        for (JsonNode key : Vectors.of(FILE, "passedOverKeys")) {
            assertThat(VerifierKey.parse(key.asString()).kind()).isEqualTo(KeyKind.UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource("notes")
    void notesAreReadAndTheirSignaturesVerified(JsonNode vector) throws MalformedException {
        String note = vector.get("note").asString();
        if (!vector.get("parses").asBoolean()) {
            assertThatThrownBy(() -> Checkpoint.parse(note)).isInstanceOf(MalformedException.class);
            return;
        }
        Checkpoint checkpoint = Checkpoint.parse(note);
        assertThat(checkpoint.origin()).isEqualTo(vector.get("origin").asString());
        assertThat(checkpoint.size()).isEqualTo(vector.get("size").asLong());
        assertThat(checkpoint.root()).isEqualTo(Vectors.bytes(vector.get("root")));
        assertThat(known().stream().filter(key -> verifies(key, checkpoint)).map(VerifierKey::text))
                .containsExactlyElementsOf(vector.get("verifiedBy")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        for (JsonNode cosigned : vector.path("cosigned")) {
            VerifierKey witness = VerifierKey.parse(cosigned.get("vkey").asString());
            assertThat(checkpoint.note().signatures().stream()
                            .filter(witness::claimedBy)
                            .flatMap(signature -> Cosignature.read(signature).stream())
                            .map(Cosignature::time))
                    .containsExactly(cosigned.get("time").asLong());
        }
    }

    private static boolean verifies(VerifierKey key, Checkpoint checkpoint) {
        List<NoteSignature> claims =
                checkpoint.note().signatures().stream().filter(key::claimedBy).toList();
        return !claims.isEmpty()
                && claims.stream()
                        .allMatch(claim -> key.verifies(checkpoint.note().body(), claim));
    }

    private static List<VerifierKey> known() throws MalformedException {
        List<VerifierKey> keys = new ArrayList<>();
        for (JsonNode key : Vectors.of(FILE, "keys")) {
            keys.add(VerifierKey.parse(key.get("vkey").asString()));
        }
        for (JsonNode key : Vectors.of(FILE, "publishedKeys")) {
            keys.add(VerifierKey.parse(key.asString()));
        }
        return keys;
    }
}
