package org.dialogue.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A server that speaks MongoDB's protocol, on the loopback interface of this process. It is for evaluation and tests:
 * it has neither transactions nor change streams.
 *
 * <p>On disk, an acknowledged write survives the death of the process at any moment, SIGKILL included. It survives the
 * death of the machine only if writes are forced to the medium, which takes its time: see {@link #FORCED}.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /** The system property that has all that is acknowledged forced to the medium, if it is {@code true}. */
    public static final String FORCED = "dialogue.embedded-mongo.forced";

    private static final String FILE = "mongo.mv";

    /** Space that nothing refers to any more is used again after this time; a long scan may still be reading it. */
    private static final int OVERWRITTEN_AFTER_MILLIS = 10_000;

    /**
     * A thread waits for the commit of its command, and all connections that share it wait too; so most have one alone.
     * They are started as connections come.
     */
    private static final int CONNECTION_THREADS = 64;

    private final MongoServer server;
    private final String connectionString;

    private EmbeddedMongo(MongoBackend backend, int port) {
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, CONNECTION_THREADS);
        this.connectionString =
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    /** Starts a server that forgets everything when it is closed, on any free port. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(new OrderlyBackend(MVStore.open(null), StoreChanges.UNNOTED), 0);
    }

    /**
     * Starts a server on the data in a directory, which is created if it does not exist.
     *
     * @param port the TCP port, 0 for any free one
     * @throws PortTaken if something else listens on the port
     * @throws IllegalStateException if the data are in use by another process, or damaged
     */
    public static EmbeddedMongo onDisk(Path directory, int port) {
        return onDisk(directory, port, Boolean.getBoolean(FORCED));
    }

    /**
     * The same, whatever the process is set to.
     *
     * @param forced whether what is acknowledged is forced to the medium, so that it survives the end of the machine too
     */
    public static EmbeddedMongo onDisk(Path directory, int port, boolean forced) {
        if (port != 0) {
            Ports.requireFree(port, "MongoDB");
        }
        MVStore store = open(directory);
        return new EmbeddedMongo(new DurableBackend(store, new Journal(directory, forced), forced), port);
    }

    private static MVStore open(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the data directory " + directory, e);
        }
        String file = directory.resolve(FILE).toString();
        try {
            // Committing is the backend's affair alone: the store's own timer and buffer limit would commit in the
            // middle of a command.
            MVStore store = new MVStore.Builder()
                    .fileName(file)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            store.setRetentionTime(OVERWRITTEN_AFTER_MILLIS);
            return store;
        } catch (MVStoreException e) {
            String reason = e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? "they are in use by another process"
                    : "the file is damaged";
            throw new IllegalStateException("Cannot open the data in %s: %s.".formatted(file, reason), e);
        }
    }

    /** Where clients connect, as in {@code mongodb://127.0.0.1:27018}. */
    public String connectionString() {
        return connectionString;
    }

    /** Closes all connections and stops. What is on disk stays. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
