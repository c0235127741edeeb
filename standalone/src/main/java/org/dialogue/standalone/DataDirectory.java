package org.dialogue.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory that one standalone at a time keeps its data in. */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = ".dialogue-lock";
    /** Says how the data know the demo's people; 0.1.0 made none. */
    private static final String PEOPLE = "people";

    private static final String ADDRESS = "sign-in.address";

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Takes the directory into use, creating it if need be.
     *
     * @throws CannotStart if another standalone uses it, or it holds something else
     */
    static DataDirectory open(Path root) {
        try {
            requireOurs(root);
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                throw new CannotStart(
                        "Another demo uses the data in %s: stop it, or set DIALOGUE_DATA_DIR to another directory."
                                .formatted(root));
            }
            var directory = new DataDirectory(root, lockFile);
            directory.markIfNew();
            return directory;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory %s cannot be used (%s): set DIALOGUE_DATA_DIR to another one."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /**
     * Where the standalone that uses this directory now lets people sign in.
     *
     * @return empty if none uses it; what one that was killed has left behind does not count
     * @throws CannotStart if the directory cannot be read
     */
    static Optional<URI> signInOfTheRunning(Path root) {
        Path address = root.resolve(ADDRESS);
        if (!Files.exists(address)) {
            return Optional.empty();
        }
        try (FileChannel lockFile = FileChannel.open(root.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock unused = lockFile.tryLock()) {
            return unused == null
                    ? Optional.of(URI.create(Files.readString(address).strip()))
                    : Optional.empty();
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "The data directory %s does not say where its demo runs (%s).".formatted(root, e.getMessage()), e);
        }
    }

    /** Lets others know where people sign in, until this is closed. */
    void publish(URI signIn) {
        try {
            Path draft = root.resolve(ADDRESS + ".new");
            Files.writeString(draft, signIn + "\n");
            Files.move(draft, root.resolve(ADDRESS), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart("Nothing can be written to %s: %s.".formatted(root, e.getMessage()), e);
        }
    }

    /** So that neither a start nor a fresh start can spoil somebody's other files. */
    private static void requireOurs(Path root) throws IOException {
        if (Files.isDirectory(root) && !Files.exists(root.resolve(LOCK)) && !isEmpty(root)) {
            throw new CannotStart("%s holds files that are not the demo's: set DIALOGUE_DATA_DIR to another directory."
                    .formatted(root));
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Deletes all that the standalone has put here, but for the lock on it. */
    void clear() {
        try {
            for (Path path : content()) {
                Files.delete(path);
            }
            markIfNew();
        } catch (IOException e) {
            throw new CannotStart("The former data in %s cannot be deleted: %s.".formatted(root, e.getMessage()), e);
        }
    }

    /** Before anything is recorded: whether there are data of an earlier build can only be told now. */
    private void markIfNew() throws IOException {
        if (!Files.exists(keys()) && !Files.exists(mongodb())) {
            Files.writeString(root.resolve(PEOPLE), "ids drawn at random\n");
        }
    }

    /** {@return whether 0.1.0 has written these data, which know the demo's people by what they sign in with} */
    boolean knowsPeopleOf010() {
        return !Files.exists(root.resolve(PEOPLE));
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root) && !path.equals(root.resolve(LOCK)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path mongodb() {
        return root.resolve("mongodb");
    }

    Path signingKey() {
        return root.resolve("sign-in").resolve("signing-key.json");
    }

    /** The keys that sign history; made at the first start. */
    Path keys() {
        return root.resolve("keys");
    }

    /** The key with which a service signs the checkpoints of its ledger. */
    Path ledgerKey(Service service) {
        return keys().resolve(service.title() + ".pem");
    }

    /** The key with which reporting-service bears witness. */
    Path witnessKey() {
        return keys().resolve("witness.pem");
    }

    Path log() {
        return root.resolve("log").resolve("standalone.log");
    }

    @Override
    public void close() {
        try (lockFile) {
            Files.deleteIfExists(root.resolve(ADDRESS));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release " + root, e);
        }
    }
}
