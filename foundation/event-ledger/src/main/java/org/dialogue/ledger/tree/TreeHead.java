package org.dialogue.ledger.tree;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's tree at one size: what a checkpoint signs.
 *
 * @param size number of events in the tree, which is also the position of the last one
 * @param root RFC 6962 tree hash, 32 bytes
 */
public record TreeHead(long size, byte[] root) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeHead that && size == that.size && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return size + ":" + HexFormat.of().formatHex(root);
    }
}
