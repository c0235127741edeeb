package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.ConsistencyProof;
import org.dialogue.ledger.tree.DefinedTree;
import org.dialogue.ledger.tree.InclusionProof;
import org.dialogue.ledger.tree.SubtreeRoots;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the vectors of the format page for leaves, trees and proofs, which were made without this code.
 */
class FormatVectorsTest {

    private static final Path VECTORS = Path.of("..", "..", "docs", "ledger-format", "vectors");

    private static final List<byte[]> LEAF_HASHES = hashes(read("trees.json"), "leafHashes");
    private static final byte[] SAME_LEAF = hash(read("large-trees.json"), "leaf");
    private static final DefinedTree TREE = new DefinedTree(LEAF_HASHES);

    static Stream<JsonNode> leaves() {
        return vectors("leaves.json", "leaves");
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void leavesAreHashedAsThePageSays(JsonNode vector) {
        JsonNode event = vector.get("event");

        byte[] leaf = Leaf.hash(
                text(event, "id"),
                text(event, "name"),
                text(event, "revision"),
                text(event, "aggregateType"),
                text(event, "aggregateId"),
                event.get("sequence").longValue(),
                text(event, "timestamp"),
                event.get("recordedAt").longValue(),
                Base64.getDecoder().decode(text(event, "payload")),
                Base64.getDecoder().decode(text(event, "metadata")));

        assertThat(leaf).as(text(vector, "name")).isEqualTo(hash(vector, "leaf"));
    }

    static Stream<JsonNode> trees() {
        return vectors("trees.json", "trees");
    }

    @ParameterizedTest
    @MethodSource("trees")
    void treesGrowAsThePageSays(JsonNode vector) {
        int size = vector.get("size").intValue();

        CompactRange tree = CompactRange.empty().append(LEAF_HASHES.subList(0, size));

        assertThat(tree.root()).isEqualTo(hash(vector, "root"));
        assertThat(tree.frontier()).containsExactlyElementsOf(hashes(vector, "frontier"));
    }

    static Stream<JsonNode> inclusionProofs() {
        return vectors("inclusion.json", "proofs");
    }

    @ParameterizedTest
    @MethodSource("inclusionProofs")
    void inclusionIsProvenAsThePageSays(JsonNode vector) {
        checkInclusion(vector, TREE::root);
    }

    private static void checkInclusion(JsonNode vector, SubtreeRoots roots) {
        long position = vector.get("position").longValue();
        long size = vector.get("size").longValue();
        boolean valid = vector.get("valid").booleanValue();
        InclusionProof proof = new InclusionProof(position, size, hash(vector, "leaf"), hashes(vector, "path"));

        assertThat(proof.proves(new TreeHead(size, hash(vector, "root"))))
                .as(text(vector, "why"))
                .isEqualTo(valid);
        if (valid) {
            assertThat(InclusionProof.of(position, size, roots)).isEqualTo(proof);
        }
    }

    static Stream<JsonNode> consistencyProofs() {
        return vectors("consistency.json", "proofs");
    }

    @ParameterizedTest
    @MethodSource("consistencyProofs")
    void consistencyIsProvenAsThePageSays(JsonNode vector) {
        checkConsistency(vector, TREE::root);
    }

    private static void checkConsistency(JsonNode vector, SubtreeRoots roots) {
        long from = vector.get("from").longValue();
        long to = vector.get("to").longValue();
        boolean valid = vector.get("valid").booleanValue();
        ConsistencyProof proof = new ConsistencyProof(from, to, hashes(vector, "path"));

        assertThat(proof.proves(new TreeHead(from, hash(vector, "fromRoot")), new TreeHead(to, hash(vector, "toRoot"))))
                .as(text(vector, "why"))
                .isEqualTo(valid);
        if (valid) {
            assertThat(ConsistencyProof.of(from, to, roots)).isEqualTo(proof);
        }
    }

    static Stream<JsonNode> largeTrees() {
        return vectors("large-trees.json", "trees");
    }

    @ParameterizedTest
    @MethodSource("largeTrees")
    void treesOfAnySizeHaveTheRootOfThePage(JsonNode vector) {
        CompactRange tree = CompactRange.of(vector.get("size").longValue(), hashes(vector, "frontier"));

        assertThat(tree.root()).isEqualTo(hash(vector, "root"));
    }

    @Test
    void theGreatestTreeTakesNoLeafMore() {
        JsonNode greatest = largeTrees().reduce((one, next) -> next).orElseThrow();
        CompactRange tree = CompactRange.of(greatest.get("size").longValue(), hashes(greatest, "frontier"));

        assertThat(tree.size()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> tree.append(List.of(SAME_LEAF))).isInstanceOf(ArithmeticException.class);
    }

    static Stream<JsonNode> largeInclusionProofs() {
        return vectors("large-trees.json", "inclusion");
    }

    @ParameterizedTest
    @MethodSource("largeInclusionProofs")
    void inclusionInLargeTreesIsProvenAsThePageSays(JsonNode vector) {
        checkInclusion(vector, FormatVectorsTest::rootOfTheSame);
    }

    static Stream<JsonNode> largeConsistencyProofs() {
        return vectors("large-trees.json", "consistency");
    }

    @ParameterizedTest
    @MethodSource("largeConsistencyProofs")
    void consistencyOfLargeTreesIsProvenAsThePageSays(JsonNode vector) {
        checkConsistency(vector, FormatVectorsTest::rootOfTheSame);
    }

    /** The hash of a part of a tree whose leaves are all the same: it depends on their number alone. */
    private static byte[] rootOfTheSame(long from, long to) {
        long size = to - from;
        List<byte[]> perfect = new ArrayList<>(List.of(SAME_LEAF));
        for (int level = 1; level < Long.SIZE - Long.numberOfLeadingZeros(size); level++) {
            byte[] half = perfect.get(0);
            perfect.add(0, CompactRange.empty().append(List.of(half, half)).root());
        }
        int levels = perfect.size();
        List<byte[]> frontier = IntStream.range(0, levels)
                .filter(i -> (size >> levels - 1 - i & 1) == 1)
                .mapToObj(perfect::get)
                .toList();
        return CompactRange.of(size, frontier).root();
    }

    @Test
    void thereAreValidAndInvalidProofs() {
        for (List<JsonNode> proofs :
                List.of(inclusionProofs().toList(), consistencyProofs().toList())) {
            assertThat(proofs).anyMatch(proof -> proof.get("valid").booleanValue());
            assertThat(proofs).anyMatch(proof -> !proof.get("valid").booleanValue());
        }
    }

    private static Stream<JsonNode> vectors(String file, String field) {
        return read(file).get(field).valueStream();
    }

    private static JsonNode read(String file) {
        return JsonMapper.shared().readTree(VECTORS.resolve(file).toFile());
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).stringValue();
    }

    private static byte[] hash(JsonNode node, String field) {
        return HexFormat.of().parseHex(text(node, field));
    }

    private static List<byte[]> hashes(JsonNode node, String field) {
        return node.get(field)
                .valueStream()
                .map(hash -> HexFormat.of().parseHex(hash.stringValue()))
                .toList();
    }
}
