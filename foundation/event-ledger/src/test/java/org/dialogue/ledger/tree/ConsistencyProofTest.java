package org.dialogue.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {

    private static final int LARGEST = 130;
    private static final DefinedTree TREE = DefinedTree.ofRandomLeaves(LARGEST, 3);
    private static final DefinedTree OTHER = DefinedTree.ofRandomLeaves(LARGEST, 4);

    @Test
    void everyProofIsThatOfTheDefinitionAndProvesGrowth() {
        for (int to = 0; to <= LARGEST; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(from, to, TREE::root);
                assertThat(proof).isEqualTo(TREE.consistency(from, to));
                assertThat(proof.proves(TREE.head(from), TREE.head(to)))
                        .as("%s", proof)
                        .isTrue();
            }
        }
    }

    @Test
    void growthFromNothingAndNoGrowthNeedNoHashes() {
        assertThat(TREE.consistency(0, 9).path()).isEmpty();
        assertThat(TREE.consistency(9, 9).path()).isEmpty();
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(TREE.head(0), TREE.head(0)))
                .isTrue();
        assertThat(new ConsistencyProof(9, 9, List.of()).proves(TREE.head(9), OTHER.head(9)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 9, List.of()).proves(new TreeHead(0, new byte[32]), TREE.head(9)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 9, TREE.consistency(1, 9).path()).proves(TREE.head(0), TREE.head(9)))
                .isFalse();
        assertThat(new ConsistencyProof(3, 9, List.of()).proves(TREE.head(3), TREE.head(9)))
                .isFalse();
        assertThat(new ConsistencyProof(4, 9, List.of()).proves(TREE.head(4), TREE.head(9)))
                .isFalse();
    }

    @Property(tries = 500)
    void anotherTreeIsNoGrowthOfThisOne(
            @ForAll @IntRange(min = 1, max = LARGEST) int to, @ForAll @IntRange(max = LARGEST) int place) {
        int from = place % to + 1;
        ConsistencyProof proof = TREE.consistency(from, to);

        assertThat(proof.proves(OTHER.head(from), TREE.head(to))).isFalse();
        assertThat(proof.proves(TREE.head(from), OTHER.head(to))).isFalse();
        assertThat(OTHER.consistency(from, to).proves(TREE.head(from), OTHER.head(to)))
                .isFalse();
    }

    @Test
    void noOtherSizeIsProven() {
        int to = 21;
        for (int from = 1; from < to; from++) {
            ConsistencyProof proof = TREE.consistency(from, to);
            for (int other = -1; other <= to + 4; other++) {
                if (other != from) {
                    assertThat(new ConsistencyProof(other, to, proof.path())
                                    .proves(new TreeHead(other, TREE.head(from).root()), TREE.head(to)))
                            .as("%d instead of %d", other, from)
                            .isFalse();
                    assertThat(new ConsistencyProof(other, to, proof.path()).proves(TREE.head(from), TREE.head(to)))
                            .isFalse();
                }
                if (other != to) {
                    assertThat(new ConsistencyProof(from, other, proof.path()).proves(TREE.head(from), TREE.head(to)))
                            .isFalse();
                }
            }
        }
    }

    @Property(tries = 300)
    void oneAlteredByteIsRefused(
            @ForAll @IntRange(min = 2, max = LARGEST) int to,
            @ForAll @IntRange(max = LARGEST) int place,
            @ForAll @IntRange(max = 1_000) int where,
            @ForAll @IntRange(min = 1, max = 255) int flip) {
        int from = place % (to - 1) + 1;
        List<byte[]> path = TREE.consistency(from, to).path();
        List<byte[]> altered = Altered.atByte(path, where % path.size(), where, flip);

        assertThat(new ConsistencyProof(from, to, altered).proves(TREE.head(from), TREE.head(to)))
                .isFalse();
    }

    @Property(tries = 300)
    void aPathWithMoreOrFewerOrSwappedHashesIsRefused(
            @ForAll @IntRange(min = 2, max = LARGEST) int to, @ForAll @IntRange(max = LARGEST) int place) {
        int from = place % (to - 1) + 1;

        assertThat(Altered.inOrderOrNumber(TREE.consistency(from, to).path()))
                .isNotEmpty()
                .noneMatch(path -> new ConsistencyProof(from, to, path).proves(TREE.head(from), TREE.head(to)));
    }

    @Test
    void hashesOfAnotherLengthAreRefused() {
        assertThat(new ConsistencyProof(2, 3, List.of(new byte[31])).proves(TREE.head(2), TREE.head(3)))
                .isFalse();
        assertThat(new ConsistencyProof(2, 2, List.of())
                        .proves(new TreeHead(2, new byte[0]), new TreeHead(2, new byte[0])))
                .isFalse();
    }

    @Test
    void noProofIsMadeOfATreeThatShrinks() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.of(5, 4, TREE::root));
        assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.of(-1, 4, TREE::root));
    }

    @Test
    void proofsAreEqualByTheirBytes() {
        ConsistencyProof proof = TREE.consistency(3, 8);
        List<byte[]> copies = proof.path().stream().map(byte[]::clone).toList();

        assertThat(new ConsistencyProof(3, 8, copies))
                .isEqualTo(proof)
                .hasSameHashCodeAs(proof)
                .hasToString(proof.toString());
        assertThat(new ConsistencyProof(3, 8, copies.subList(1, copies.size()))).isNotEqualTo(proof);
        assertThat(new ConsistencyProof(4, 8, copies)).isNotEqualTo(proof);
    }
}
