package org.dialogue.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InclusionProofTest {

    private static final int LARGEST = 130;
    private static final DefinedTree TREE = DefinedTree.ofRandomLeaves(LARGEST, 1);

    @Test
    void everyProofIsThatOfTheDefinitionAndProvesItsLeaf() {
        for (int size = 1; size <= LARGEST; size++) {
            TreeHead head = TREE.head(size);
            for (int position = 1; position <= size; position++) {
                InclusionProof proof = InclusionProof.of(position, size, TREE::root);
                assertThat(proof).isEqualTo(TREE.inclusion(position, size));
                assertThat(proof.proves(head)).as("%s", proof).isTrue();
                assertThat(proof.root()).isEqualTo(head.root());
            }
        }
    }

    @Test
    void theOnlyLeafIsTheRoot() {
        InclusionProof proof = InclusionProof.of(1, 1, TREE::root);

        assertThat(proof.path()).isEmpty();
        assertThat(proof.root()).isEqualTo(proof.leaf());
    }

    @Test
    void noOtherPositionOrSizeIsProven() {
        int size = 21;
        for (int position = 1; position <= size; position++) {
            InclusionProof proof = TREE.inclusion(position, size);
            for (long other = -1; other <= size + 2; other++) {
                if (other != position) {
                    assertThat(new InclusionProof(other, size, proof.leaf(), proof.path()).proves(TREE.head(size)))
                            .as("%d instead of %d", other, position)
                            .isFalse();
                }
                if (other != size) {
                    assertThat(new InclusionProof(position, other, proof.leaf(), proof.path()).proves(TREE.head(size)))
                            .as("of %d instead of %d", other, size)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void noOtherTreeIsProvenToHoldTheLeaf() {
        InclusionProof proof = TREE.inclusion(7, 12);

        assertThat(proof.proves(TREE.head(13))).isFalse();
        assertThat(proof.proves(new TreeHead(12, TREE.head(13).root()))).isFalse();
        assertThat(proof.proves(new TreeHead(12, new byte[0]))).isFalse();
        assertThat(proof.proves(DefinedTree.ofRandomLeaves(12, 2).head(12))).isFalse();
    }

    @Property(tries = 300)
    void oneAlteredByteIsRefused(
            @ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST - 1) int place,
            @ForAll @IntRange(max = 1_000) int where,
            @ForAll @IntRange(min = 1, max = 255) int flip) {
        InclusionProof proof = TREE.inclusion(place % size + 1, size);
        int hash = where % (proof.path().size() + 1);
        byte[] leaf = hash == 0 ? Altered.atByte(proof.leaf(), where, flip) : proof.leaf();
        List<byte[]> path = hash == 0 ? proof.path() : Altered.atByte(proof.path(), hash - 1, where, flip);

        assertThat(new InclusionProof(proof.position(), size, leaf, path).proves(TREE.head(size)))
                .isFalse();
    }

    @Property(tries = 300)
    void aPathWithMoreOrFewerOrSwappedHashesIsRefused(
            @ForAll @IntRange(min = 3, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST - 1) int place) {
        InclusionProof proof = TREE.inclusion(place % size + 1, size);

        assertThat(Altered.inOrderOrNumber(proof.path()))
                .isNotEmpty()
                .noneMatch(
                        path -> new InclusionProof(proof.position(), size, proof.leaf(), path).proves(TREE.head(size)));
    }

    @Test
    void bytesThatMoveBetweenTheLeafAndThePathAreRefused() {
        InclusionProof proof = TREE.inclusion(1, 2);
        byte[] joined = Arrays.copyOf(proof.leaf(), 64);
        System.arraycopy(proof.path().get(0), 0, joined, 32, 32);
        byte[] shorter = Arrays.copyOf(joined, 31);
        byte[] longer = Arrays.copyOfRange(joined, 31, 64);

        assertThat(CompactRange.node(shorter, longer)).isEqualTo(TREE.head(2).root());
        assertThat(new InclusionProof(1, 2, shorter, List.of(longer)).proves(TREE.head(2)))
                .isFalse();
    }

    @Test
    void aPathThatLeadsNowhereHasNoRoot() {
        InclusionProof proof = TREE.inclusion(3, 8);
        List<byte[]> tooLong = new ArrayList<>(proof.path());
        tooLong.add(proof.leaf());

        assertThatIllegalStateException()
                .isThrownBy(() -> new InclusionProof(3, 8, proof.leaf(), tooLong).root())
                .withMessageContaining("4 hashes");
    }

    @Test
    void noProofIsMadeOfAPositionThatTheTreeDoesNotHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(0, 5, TREE::root));
        assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(6, 5, TREE::root));
        assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(1, 0, TREE::root));
    }

    @Test
    void proofsAreEqualByTheirBytes() {
        InclusionProof proof = TREE.inclusion(3, 8);
        List<byte[]> copies = proof.path().stream().map(byte[]::clone).toList();
        List<byte[]> reversed = new ArrayList<>(copies);
        Collections.reverse(reversed);

        assertThat(new InclusionProof(3, 8, proof.leaf().clone(), copies))
                .isEqualTo(proof)
                .hasSameHashCodeAs(proof)
                .hasToString(proof.toString());
        assertThat(new InclusionProof(3, 8, proof.leaf(), reversed)).isNotEqualTo(proof);
        assertThat(new InclusionProof(4, 8, proof.leaf(), copies)).isNotEqualTo(proof);
    }
}
