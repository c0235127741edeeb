package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Leaves and roots as the format's page defines them, written for the tests: whoever forges a history has this too.
 */
final class TestTree {

    private record Subtree(long leaves, byte[] hash) {}

    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    static byte[] leaf(Map<String, Object> event) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        fields.write(0);
        for (String name : new String[] {"id", "name", "revision", "aggregateType", "aggregateId"}) {
            field(fields, ((String) event.get(name)).getBytes(UTF_8));
        }
        field(fields, number(event.get("sequence")));
        field(fields, ((String) event.get("timestamp")).getBytes(UTF_8));
        field(fields, number(event.get("recordedAt")));
        field(fields, Base64.getDecoder().decode((String) event.get("payload")));
        field(fields, Base64.getDecoder().decode((String) event.get("metadata")));
        return sha256(fields.toByteArray());
    }

    void append(byte[] leaf) {
        Subtree last = new Subtree(1, leaf);
        while (!subtrees.isEmpty() && subtrees.peek().leaves() == last.leaves()) {
            Subtree left = subtrees.pop();
            last = new Subtree(2 * left.leaves(), node(left.hash(), last.hash()));
        }
        subtrees.push(last);
    }

    /** Roots of the perfect subtrees, the largest first. */
    List<byte[]> frontier() {
        List<byte[]> hashes =
                new ArrayList<>(subtrees.stream().map(Subtree::hash).toList());
        Collections.reverse(hashes);
        return hashes;
    }

    byte[] root() {
        Iterator<Subtree> fromTheRight = subtrees.iterator();
        if (!fromTheRight.hasNext()) {
            return sha256(new byte[0]);
        }
        byte[] root = fromTheRight.next().hash();
        while (fromTheRight.hasNext()) {
            root = node(fromTheRight.next().hash(), root);
        }
        return root;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(ByteBuffer.allocate(65).put((byte) 1).put(left).put(right).array());
    }

    private static byte[] number(Object value) {
        return ByteBuffer.allocate(8).putLong(((Number) value).longValue()).array();
    }

    private static void field(ByteArrayOutputStream fields, byte[] value) {
        fields.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
        fields.writeBytes(value);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
