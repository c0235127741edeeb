package org.dialogue.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where signing keys come from: a file, or the text of an environment variable. No message and no log shows a key. */
public final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private static final String PEM = "-----BEGIN";

    private SigningKeys() {}

    /**
     * Reads a key from text, such as an environment variable.
     *
     * @param name who signs, see {@link SigningKey#fromPem}
     * @param text PEM of PKCS #8, with line breaks or {@code \\n} for them; or that PEM in Base64; or what stands
     *     between its first and last line
     * @throws IllegalArgumentException if it is none of these, or no Ed25519 key
     */
    public static SigningKey fromText(String name, String text) {
        String pem = text.strip().replace("\\n", "\n");
        if (pem.startsWith(PEM)) {
            return SigningKey.fromPem(name, pem);
        }
        byte[] decoded;
        try {
            decoded = Base64.getMimeDecoder().decode(pem);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The signing key of %s is neither PEM nor Base64".formatted(name));
        }
        String inner = new String(decoded, US_ASCII);
        return inner.startsWith(PEM) ? SigningKey.fromPem(name, inner) : SigningKey.fromBase64(name, pem);
    }

    /**
     * Reads a key from a file in one of the forms of {@link #fromText}.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it holds no Ed25519 key
     */
    public static SigningKey fromFile(String name, Path file) {
        try {
            SigningKey key = fromText(name, Files.readString(file, UTF_8));
            warnIfOpenToAll(file);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key of %s cannot be read from %s".formatted(name, file), e);
        }
    }

    /**
     * Reads a key from a file, or makes a new one there that only the owner of the file may read. Processes that start
     * at once agree on one key.
     *
     * @throws UncheckedIOException if it can neither be read nor written
     * @throws IllegalArgumentException if the file holds no Ed25519 key: it is never overwritten
     */
    public static SigningKey fromFileOrNew(String name, Path file) {
        if (!Files.exists(file)) {
            try {
                create(name, file.toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException("No signing key of %s can be made in %s".formatted(name, file), e);
            }
        }
        return fromFile(name, file);
    }

    private static void create(String name, Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent(), "The root of a file system is no file");
        Files.createDirectories(directory);
        SigningKey key = SigningKey.generate(name);
        Path draft = Files.createTempFile(directory, ".signing-key", ".pem", ownerOnly(directory));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(key.toPem().getBytes(UTF_8)));
                channel.force(true);
            }
            publish(draft, file);
            log.warn(
                    "Made a new signing key for {} in {}. Keep a copy in a safe place, and give its public key to those"
                            + " who verify: {}",
                    name,
                    file,
                    key.verifierKey().text());
        } catch (FileAlreadyExistsException another) {
            log.debug("Another process made the signing key of {} first", name);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Lets the whole file appear at once, and never in place of another. A link can do both; a move cannot. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(draft, file);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        return isPosix(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void warnIfOpenToAll(Path file) throws IOException {
        if (isPosix(file) && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            log.warn("Every user of this machine can read the signing key in {}", file);
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
