package org.dialogue.reports.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.Sha256;
import org.dialogue.ledger.tree.TreeHead;

/**
 * A ledger reduced to its leaves, which can be asked like a publisher.
 *
 * @param leaves in order
 */
record Leaves(List<byte[]> leaves) implements Publisher {

    static Leaves of(int size) {
        return new Leaves(IntStream.rangeClosed(1, size)
                .mapToObj(position -> leaf("event " + position))
                .toList());
    }

    static byte[] leaf(String text) {
        return Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    Leaves alteredAt(long position) {
        List<byte[]> altered = new ArrayList<>(leaves);
        altered.set((int) position - 1, leaf("another " + position));
        return new Leaves(altered);
    }

    Leaves truncatedTo(long size) {
        return new Leaves(leaves.subList(0, (int) size));
    }

    TreeHead headAt(long size) {
        CompactRange tree = CompactRange.empty().append(leaves.subList(0, (int) size));
        return new TreeHead(size, tree.root());
    }

    Optional<TreeHead> copyAt(long size) {
        return size > leaves.size() ? Optional.empty() : Optional.of(headAt(size));
    }

    String note(SigningKey key, String origin, long size) {
        String body = new Checkpoint(origin, headAt(size)).body();
        return new SignedNote(body, List.of(key.sign(body))).text();
    }

    @Override
    public Optional<byte[]> rootAt(long size) {
        return copyAt(size).map(TreeHead::root);
    }

    @Override
    public List<VerifierKey> keys() {
        throw new Unreachable("leaves have no keys");
    }
}
