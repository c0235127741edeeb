package org.dialogue.benchmarks.server;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The MongoDB that all contenders of a run share. */
public final class Server implements AutoCloseable {

    private final ConnectionString address;
    private final @Nullable EmbeddedServerProcess process;
    private final String kind;

    private Server(String uri, @Nullable EmbeddedServerProcess process, String kind) {
        this.address = new ConnectionString(uri);
        this.process = process;
        this.kind = kind;
    }

    /** A server that somebody else runs. */
    public static Server at(String uri) {
        return new Server(uri, null, "MongoDB");
    }

    /**
     * The embedded server in a process of its own, so that its memory is not counted as ours.
     *
     * @param inMemory whether it keeps nothing on disk
     * @param forced whether it forces each write to the medium before it acknowledges it
     */
    public static Server embedded(boolean inMemory, boolean forced) {
        EmbeddedServerProcess process = EmbeddedServerProcess.start(inMemory, forced);
        return new Server(
                process.connectionString(),
                process,
                "the EMBEDDED server, NOT a real MongoDB (mongo-java-server on H2, %s)"
                        .formatted(inMemory ? "in memory" : forced ? "on a file, writes forced" : "on a file"));
    }

    /** Whether this is the embedded stand-in. */
    public boolean isEmbedded() {
        return process != null;
    }

    /** A client whose writes and reads are confirmed by a majority; journaling is as the server has it by default. */
    public MongoClient connect() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }

    /** What kind of server this is, without its address. */
    public String description() {
        try (MongoClient client = connect()) {
            var admin = client.getDatabase("admin");
            String version = admin.runCommand(new Document("buildInfo", 1)).getString("version");
            return "%s, version %s, %s"
                    .formatted(
                            kind,
                            version,
                            members(admin.runCommand(new Document("isMaster", 1)))
                                    .map("replica set of %d"::formatted)
                                    .orElse("no replica set"));
        }
    }

    private static Optional<Integer> members(Document greeting) {
        return greeting.containsKey("setName")
                ? Optional.of(greeting.getList("hosts", String.class).size())
                : Optional.empty();
    }

    /** Peak resident memory of the server, where it is ours to ask. */
    public Optional<Long> peakResidentBytes() {
        return Optional.ofNullable(process).map(EmbeddedServerProcess::peakResidentBytes);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
