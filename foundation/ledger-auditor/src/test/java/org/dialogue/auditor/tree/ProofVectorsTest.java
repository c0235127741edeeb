package org.dialogue.auditor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.auditor.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ProofVectorsTest {

    static Stream<JsonNode> inclusion() {
        return Stream.concat(
                Vectors.of("inclusion.json", "proofs").stream(), Vectors.of("large-trees.json", "inclusion").stream());
    }

    static Stream<JsonNode> consistency() {
        return Stream.concat(
                Vectors.of("consistency.json", "proofs").stream(),
                Vectors.of("large-trees.json", "consistency").stream());
    }

    @ParameterizedTest
    @MethodSource("inclusion")
    void inclusionIsProvenWhereThePageSaysSo(JsonNode vector) {
        InclusionProof proof = new InclusionProof(
                vector.get("position").asLong(),
                vector.get("size").asLong(),
                Vectors.bytes(vector.get("leaf")),
                path(vector));

        assertThat(proof.proves(Vectors.bytes(vector.get("root"))))
                .as(vector.get("why").asString())
                .isEqualTo(vector.get("valid").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("consistency")
    void consistencyIsProvenWhereThePageSaysSo(JsonNode vector) {
        ConsistencyProof proof = new ConsistencyProof(
                vector.get("from").asLong(), vector.get("to").asLong(), path(vector));

        assertThat(proof.proves(Vectors.bytes(vector.get("fromRoot")), Vectors.bytes(vector.get("toRoot"))))
                .as(vector.get("why").asString())
                .isEqualTo(vector.get("valid").asBoolean());
    }

    private static List<byte[]> path(JsonNode vector) {
        return vector.get("path").valueStream().map(Vectors::bytes).toList();
    }
}
