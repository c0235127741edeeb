package org.dialogue.ledger.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a forger or a broken line makes of hashes.
 */
final class Altered {

    private Altered() {}

    static byte[] atByte(byte[] hash, int where, int flip) {
        byte[] altered = hash.clone();
        altered[where % altered.length] ^= (byte) flip;
        return altered;
    }

    static List<byte[]> atByte(List<byte[]> hashes, int index, int where, int flip) {
        List<byte[]> altered = new ArrayList<>(hashes);
        altered.set(index, atByte(hashes.get(index), where, flip));
        return altered;
    }

    /** Every list that comes about by leaving one hash out, saying it twice, or swapping it with its neighbour. */
    static List<List<byte[]>> inOrderOrNumber(List<byte[]> hashes) {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            List<byte[]> without = new ArrayList<>(hashes);
            without.remove(i);
            all.add(without);
            List<byte[]> twice = new ArrayList<>(hashes);
            twice.add(i, hashes.get(i));
            all.add(twice);
            if (i > 0) {
                List<byte[]> swapped = new ArrayList<>(hashes);
                Collections.swap(swapped, i - 1, i);
                all.add(swapped);
            }
        }
        return all;
    }
}
