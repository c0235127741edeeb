package org.dialogue.auditor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dialogue.auditor.Vectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TreeVectorsTest {

    @Test
    void rootsAndFrontiersAreThoseOfThePage() {
        List<JsonNode> leaves = Vectors.of("trees.json", "leafHashes");
        GrowingTree tree = new GrowingTree();
        for (JsonNode vector : Vectors.of("trees.json", "trees")) {
            if (vector.get("size").asLong() > 0) {
                tree.append(Vectors.bytes(leaves.get((int) tree.size())));
            }
            assertThat(tree.size()).isEqualTo(vector.get("size").asLong());
            assertThat(tree.root()).as("size %d", tree.size()).isEqualTo(Vectors.bytes(vector.get("root")));
            assertThat(tree.frontier())
                    .usingElementComparator(Arrays::compare)
                    .containsExactlyElementsOf(vector.get("frontier")
                            .valueStream()
                            .map(Vectors::bytes)
                            .toList());
        }
        assertThat(tree.size()).isEqualTo(leaves.size());
    }
}
