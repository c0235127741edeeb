package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMongoTest {

    private static final int CLERKS = 3;

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsDocumentsIndexesAndChangesOverARestart(boolean forced) {
        try (var mongo = EmbeddedMongo.onDisk(data, 0, forced);
                var client = connect(mongo)) {
            var letters = client.getDatabase("office").getCollection("letters").withWriteConcern(WriteConcern.MAJORITY);
            letters.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            letters.insertMany(List.of(letter(1), letter(2), letter(3)));
            letters.updateOne(letter(2), Updates.set("state", "answered"));
            letters.deleteOne(letter(3));
        }
        try (var mongo = EmbeddedMongo.onDisk(data, 0);
                var client = connect(mongo)) {
            var letters = client.getDatabase("office").getCollection("letters");
            assertThat(letters.find(letter(2)).first()).containsEntry("state", "answered");
            assertThat(letters.countDocuments()).isEqualTo(2);
            assertThatThrownBy(() -> letters.insertOne(letter(1))).isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void forgetsWhatIsInMemoryOnly() {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = connect(mongo)) {
            client.getDatabase("office").getCollection("letters").insertOne(letter(1));
            assertThat(client.getDatabase("office").getCollection("letters").countDocuments())
                    .isEqualTo(1);
        }
        try (var mongo = EmbeddedMongo.inMemory();
                var client = connect(mongo)) {
            assertThat(client.getDatabase("office").getCollection("letters").countDocuments())
                    .isZero();
        }
    }

    @Test
    void namesThePortThatIsTaken() {
        try (var mongo = EmbeddedMongo.inMemory()) {
            int port = URI.create(mongo.connectionString()).getPort();
            assertThatThrownBy(() -> EmbeddedMongo.onDisk(data, port))
                    .isInstanceOfSatisfying(
                            PortTaken.class, taken -> assertThat(taken.port()).isEqualTo(port))
                    .hasMessageContaining("MongoDB")
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @Test
    void refusesDataThatAnotherServerUses() {
        try (var first = EmbeddedMongo.onDisk(data, 0)) {
            assertThat(first.connectionString()).startsWith("mongodb://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedMongo.onDisk(data, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use");
        }
    }

    /** As on a real server: a database that is dropped ends whole, and the next command begins it anew. */
    @Test
    void createsIndexesAndDropsDatabasesThatAreInUse() throws Exception {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = connect(mongo)) {
            var office = client.getDatabase("office");
            ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
            try {
                var ended = new CountDownLatch(1);
                List<Future<Integer>> work = IntStream.range(0, CLERKS)
                        .mapToObj(clerk -> clerks.submit(() -> writeUntil(ended, office, clerk)))
                        .toList();
                for (int i = 0; i < 200; i++) {
                    office.drop();
                }
                ended.countDown();

                for (Future<Integer> clerk : work) {
                    assertThat(clerk.get(30, TimeUnit.SECONDS)).isPositive();
                }
                office.drop();
                assertThat(office.listCollectionNames()).isEmpty();
            } finally {
                clerks.shutdownNow();
            }
        }
    }

    private static int writeUntil(CountDownLatch ended, MongoDatabase office, int clerk) {
        int written = 0;
        while (written == 0 || ended.getCount() > 0) {
            var letters = office.getCollection("letters");
            letters.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            letters.insertOne(letter(clerk + CLERKS * written++));
            letters.find(letter(clerk)).first();
        }
        return written;
    }

    private static MongoClient connect(EmbeddedMongo mongo) {
        return MongoClients.create(mongo.connectionString());
    }

    private static Document letter(int number) {
        return new Document("number", number);
    }
}
