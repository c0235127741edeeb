package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dialogue.ledger.tree.CompactRange;
import org.junit.jupiter.api.Test;

class SourceTreeTest {

    private final Leaves ledger = Leaves.of(40);

    @Test
    void growsLeafByLeaf() {
        SourceTree tree = SourceTree.from(CompactRange.empty());
        for (int position = 1; position <= 40; position++) {
            take(tree, position);

            assertThat(tree.head()).isEqualTo(ledger.headAt(position));
        }
    }

    @Test
    void stopsAtAGapAndSaysWhere() {
        SourceTree tree = SourceTree.from(CompactRange.empty());
        IntStream.of(1, 2, 4, 5).forEach(position -> take(tree, position));

        assertThat(tree.head()).isEqualTo(ledger.headAt(2));
        assertThat(tree.missing()).hasValue(3);

        take(tree, 3);
        assertThat(tree.head()).isEqualTo(ledger.headAt(5));
        assertThat(tree.missing()).isEmpty();
    }

    @Test
    void doesNotMindInWhichOrderAndHowOftenEventsCome() {
        List<Integer> positions =
                new ArrayList<>(IntStream.rangeClosed(1, 40).boxed().toList());
        positions.addAll(positions);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(positions, new Random(seed));
            SourceTree tree = SourceTree.from(CompactRange.empty());
            positions.forEach(position -> take(tree, position));

            assertThat(tree.head()).isEqualTo(ledger.headAt(40));
        }
    }

    @Test
    void goesOnFromAnySizeUpToAnother() {
        for (int from = 0; from <= 40; from++) {
            CompactRange start = CompactRange.empty().append(ledger.leaves().subList(0, from));
            for (int to = from; to <= 40; to++) {
                SourceTree tree = SourceTree.upTo(to, start);
                for (int position = 40; position >= 1; position--) {
                    take(tree, position);
                }

                assertThat(tree.head()).isEqualTo(ledger.headAt(to));
            }
        }
    }

    private void take(SourceTree tree, int position) {
        tree.take(position, ledger.leaves().get(position - 1));
    }
}
