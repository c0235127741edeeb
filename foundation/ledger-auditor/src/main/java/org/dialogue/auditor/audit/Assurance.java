package org.dialogue.auditor.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dialogue.auditor.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Holds known roots against the tree, and remembers how far each kind of voucher has carried: a root that is right
 * proves all events before it as far as its voucher is trusted.
 */
final class Assurance {

    /** What a key has vouched for. */
    record KeyUse(long checkpoints, long greatestSize, long lastTime) {

        static final KeyUse NONE = new KeyUse(0, 0, 0);

        private KeyUse and(KnownRoot root, long time) {
            return new KeyUse(checkpoints + 1, Math.max(greatestSize, root.size()), Math.max(lastTime, time));
        }
    }

    private final long[] right = new long[Voucher.values().length];
    private final Map<String, KeyUse> uses = new LinkedHashMap<>();

    Assurance() {
        Arrays.fill(right, -1);
    }

    /**
     * Holds a root against that of the tree of its size. Of several of one size the best vouched for comes first, and of
     * equally good ones the right one.
     *
     * @return what is wrong, or null
     */
    @Nullable
    Finding compare(KnownRoot known, byte[] root) {
        if (!Arrays.equals(known.root(), root)) {
            return finding(known, root);
        }
        for (int voucher = 0; voucher <= known.voucher().ordinal(); voucher++) {
            right[voucher] = known.size();
        }
        known.verifiedBy()
                .forEach(signed -> uses.merge(
                        signed.key().text(),
                        KeyUse.NONE.and(known, signed.time()),
                        (before, first) -> before.and(known, signed.time())));
        return null;
    }

    private Finding finding(KnownRoot known, byte[] root) {
        long lastRight = right[known.voucher().ordinal()];
        if (known.size() == 0) {
            return Finding.checkpoint(0, known.label() + " states another root than that of no events");
        }
        if (lastRight == known.size()) {
            return Finding.checkpoint(
                    known.size(),
                    known.label()
                            + " states another root than the events have, and than one that is vouched for as well or better");
        }
        return Finding.between(
                Math.max(0, lastRight) + 1,
                known.size(),
                "the first %d events have the root %s, and not the one that %s states"
                        .formatted(known.size(), HexFormat.of().formatHex(root), known.label()));
    }

    /** Up to which position the events are proven, if vouchers of this strength and above are trusted; -1 for none. */
    long provenTo(Voucher voucher) {
        return right[voucher.ordinal()];
    }

    /** What a key has vouched for so far. */
    KeyUse use(VerifierKey key) {
        return uses.getOrDefault(key.text(), KeyUse.NONE);
    }
}
