package org.dialogue.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CompactRangeTest {

    /** The leaves of the test tree of the Certificate Transparency project. */
    private static final List<String> CT_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** Its roots for 1 to 8 leaves. */
    private static final List<String> CT_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootOfNothingIsTheHashOfNothing() {
        assertThat(hex(CompactRange.empty().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void rootsAreThoseOfTheCertificateTransparencyTestTree() {
        CompactRange tree = CompactRange.empty();
        for (int i = 0; i < CT_LEAVES.size(); i++) {
            tree = tree.append(List.of(leaf(HexFormat.of().parseHex(CT_LEAVES.get(i)))));
            assertThat(hex(tree.root())).as("root of %d leaves", i + 1).isEqualTo(CT_ROOTS.get(i));
        }
    }

    @Property(tries = 300)
    void rootsAreThoseOfTheDefinition(@ForAll @IntRange(max = 300) int leaves, @ForAll long seed) {
        List<byte[]> hashes = DefinedTree.randomLeaves(leaves, seed);

        CompactRange tree = CompactRange.empty().append(hashes);

        assertThat(tree.size()).isEqualTo(leaves);
        assertThat(tree.root()).isEqualTo(definition(hashes));
    }

    @Property(tries = 200)
    void aWriterGoesOnWhereAnotherStopped(@ForAll @Size(max = 20) List<@IntRange(max = 20) Integer> commits) {
        CompactRange tree = CompactRange.empty();
        List<byte[]> all = new ArrayList<>();
        for (int size : commits) {
            List<byte[]> more = DefinedTree.randomLeaves(size, all.size());
            all.addAll(more);
            tree = CompactRange.of(tree.size(), tree.frontier()).append(more);
        }

        assertThat(tree.root()).isEqualTo(definition(all));
        assertThat(tree.frontier()).hasSize(Long.bitCount(all.size()));
    }

    @Test
    void aFrontierMustFitTheSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(3, DefinedTree.randomLeaves(1, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(-1, DefinedTree.randomLeaves(64, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(1, List.of(new byte[31])));
    }

    /** MTH of RFC 6962, section 2.1, word for word. */
    private static byte[] definition(List<byte[]> leafHashes) {
        if (leafHashes.isEmpty()) {
            return Sha256.start().digest();
        }
        if (leafHashes.size() == 1) {
            return leafHashes.get(0);
        }
        int split = Integer.highestOneBit(leafHashes.size() - 1);
        MessageDigest digest = Sha256.start();
        digest.update((byte) 1);
        digest.update(definition(leafHashes.subList(0, split)));
        digest.update(definition(leafHashes.subList(split, leafHashes.size())));
        return digest.digest();
    }

    private static byte[] leaf(byte[] data) {
        MessageDigest digest = Sha256.start();
        digest.update((byte) 0);
        digest.update(data);
        return digest.digest();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
