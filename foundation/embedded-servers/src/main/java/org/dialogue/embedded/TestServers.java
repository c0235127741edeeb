package org.dialogue.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The servers that tests talk to: those that the environment names in {@code MONGODB_URI} and
 * {@code KAFKA_BOOTSTRAP_SERVERS}, else embedded ones, which start on first use and which all tests of one JVM share.
 *
 * <p>As the servers are shared, every test chooses database names and topic prefixes that no other test uses. Nothing
 * has to be closed: what was embedded ends with the JVM and leaves no files.
 */
public final class TestServers {

    private TestServers() {}

    /** Connection string of the MongoDB to test with. Without transactions and change streams where it is embedded. */
    public static String mongoUri() {
        return fromEnvironment("MONGODB_URI").orElseGet(() -> Mongo.SHARED.connectionString());
    }

    /** Bootstrap servers of the Kafka to test with. Topics have to be created; one replica is all there may be. */
    public static String kafkaBootstrapServers() {
        return fromEnvironment("KAFKA_BOOTSTRAP_SERVERS").orElseGet(() -> Kafka.SHARED.bootstrapServers());
    }

    /** Whether the environment names a real MongoDB, for tests of what the embedded one cannot do. */
    public static boolean hasRealMongo() {
        return fromEnvironment("MONGODB_URI").isPresent();
    }

    private static Optional<String> fromEnvironment(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    private static final class Mongo {
        /** Never closed: nothing of it outlives the JVM, and whatever still works at the end needs not wait for it in vain. */
        static final EmbeddedMongo SHARED = EmbeddedMongo.inMemory();
    }

    private static final class Kafka {
        static final EmbeddedKafka SHARED = start();

        private static EmbeddedKafka start() {
            try {
                Path directory = Files.createTempDirectory("dialogue-kafka-");
                var kafka = EmbeddedKafka.start(directory, 0);
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> closeAndDelete(kafka, directory), "embedded-kafka-shutdown"));
                return kafka;
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary directory for the embedded Kafka", e);
            }
        }

        private static void closeAndDelete(EmbeddedKafka kafka, Path directory) {
            kafka.close();
            try {
                Files.walkFileTree(directory, new Deletion());
            } catch (IOException e) {
                throw new UncheckedIOException("Temporary Kafka data are left in " + directory, e);
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
