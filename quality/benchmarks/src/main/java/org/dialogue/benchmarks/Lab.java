package org.dialogue.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Locale;
import java.util.UUID;
import org.dialogue.benchmarks.server.Server;

/**
 * Where measuring happens: one server, one client, one set of settings for all.
 */
public final class Lab implements AutoCloseable {

    private final Server server;
    private final MongoClient client;
    private final Settings settings;
    private final long begun = System.nanoTime();

    /** Connects to a server. */
    public Lab(Server server, Settings settings) {
        this.server = server;
        this.client = server.connect();
        this.settings = settings;
    }

    /** The server all contenders share. */
    public Server server() {
        return server;
    }

    /** How thoroughly to measure. */
    public Settings settings() {
        return settings;
    }

    /** A database that nobody has used. Whoever asks for it drops it. */
    public MongoDatabase freshDatabase() {
        return client.getDatabase("benchmarks-" + UUID.randomUUID());
    }

    /** Tells whoever waits what is going on. */
    public void progress(String format, Object... arguments) {
        System.err.printf(
                Locale.ROOT,
                "%5d s  %s%n",
                (System.nanoTime() - begun) / 1_000_000_000,
                String.format(Locale.ROOT, format, arguments));
    }

    @Override
    public void close() {
        client.close();
    }
}
