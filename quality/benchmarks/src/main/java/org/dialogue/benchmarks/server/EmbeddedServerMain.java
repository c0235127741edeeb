package org.dialogue.benchmarks.server;

import java.io.IOException;
import java.nio.file.Path;
import org.dialogue.embedded.EmbeddedMongo;

/** The embedded server as a program. It tells its address on standard output and ends with its standard input. */
public final class EmbeddedServerMain {

    /** In place of a directory. */
    static final String IN_MEMORY = "in-memory";

    private EmbeddedServerMain() {}

    /**
     * Serves.
     *
     * @param args the directory of the data, or {@code in-memory}
     * @throws IOException if standard input fails
     */
    public static void main(String[] args) throws IOException {
        try (EmbeddedMongo mongo =
                args[0].equals(IN_MEMORY) ? EmbeddedMongo.inMemory() : EmbeddedMongo.onDisk(Path.of(args[0]), 0)) {
            System.out.println(mongo.connectionString());
            while (System.in.read() >= 0) {
                // Nobody has anything to say; the end of the stream is what is waited for.
                continue;
            }
        }
    }
}
