package org.dialogue.kit.commands;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A request under an Idempotency-Key. The ids of its events follow from it, so that the ledger's unique index on event ids
 * admits each of them once: the key becomes durable in the very insert that stores the events, and a repeat is recognised
 * however the first attempt ended.
 *
 * <p>A controller sends the commands of one request in one order, whatever the state of things: a command is recognised
 * by its place. Used by the thread of its request alone.
 */
public final class KeyedRequest {

    /** The request attribute under which it is found. */
    public static final String ATTRIBUTE = KeyedRequest.class.getName();

    private final byte[] seed;
    private final String digest;
    private final @Nullable String firstTarget;
    private int commands;
    private int ids;
    private boolean recognised;
    private boolean executed;

    /**
     * @param identity what makes two requests the same
     * @param digest of what the request says, see {@link IdempotencyStore}
     * @param firstTarget the aggregate that its first command has reached in an earlier attempt, if any has
     */
    KeyedRequest(Identity identity, String digest, @Nullable String firstTarget) {
        this.seed = identity.seed();
        this.digest = digest;
        this.firstTarget = firstTarget;
    }

    /**
     * What makes two requests the same. Realm and service belong to it because the events of all services meet in one
     * ledger copy, the subject because a key belongs to who made it up.
     *
     * @param realm the province
     * @param service the service's name
     * @param method the HTTP method
     * @param path the decoded path
     * @param subject whoever is signed in
     * @param key the Idempotency-Key
     */
    public record Identity(String realm, String service, String method, String path, String subject, String key) {

        byte[] seed() {
            return sha256(framed(realm, service, method, path, subject, key));
        }
    }

    /** {@return the request that this thread is serving, if that has an Idempotency-Key} */
    public static Optional<KeyedRequest> current() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes != null
                        && attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof KeyedRequest request
                ? Optional.of(request)
                : Optional.empty();
    }

    /** {@return an id for something new, the same in every attempt at the same place} */
    public String nextId() {
        return derived("id", ids++, 0);
    }

    /** {@return whether all that the request asked for had been done by an earlier attempt} */
    public boolean isRepeat() {
        return recognised && !executed;
    }

    Command nextCommand() {
        return new Command(commands++);
    }

    static byte[] framed(String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return framed(bytes);
    }

    /** Each part behind its length, so that no two lists of parts give the same bytes. */
    static byte[] framed(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream framed = new DataOutputStream(bytes);
        try {
            for (byte[] part : parts) {
                framed.writeInt(part.length);
                framed.write(part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A UUID of version 8, whose bits are the program's own (RFC 9562). */
    private String derived(String purpose, int place, int index) {
        ByteBuffer hash = ByteBuffer.wrap(
                sha256(framed(seed, purpose.getBytes(StandardCharsets.UTF_8), bytes(place), bytes(index))));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    /** One of the commands of the request, by its place among them. */
    final class Command {

        private final int place;

        private Command(int place) {
            this.place = place;
        }

        /** {@return the id of an event of this command, by its place among them} */
        String eventId(int index) {
            return derived("event", place, index);
        }

        /** {@return the name under which it is remembered that this command recorded nothing} */
        String id() {
            return derived("command", place, 0);
        }

        String requestDigest() {
            return digest;
        }

        /** {@return the aggregate it reached in an earlier attempt, if that is known without asking} */
        Optional<String> knownTarget() {
            return place == 0 ? Optional.ofNullable(firstTarget) : Optional.empty();
        }

        void recognised() {
            recognised = true;
        }

        void executed() {
            executed = true;
        }
    }
}
