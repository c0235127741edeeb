package org.dialogue.kit.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.dialogue.embedded.TestServers;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.dialogue.ledger.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The place of an entry among others, in the order of the other service's ledger. */
class RankIT {

    private static final ProjectionDefinition<QuestionWithdrawn, Shelved> SHELVES = ProjectionDefinition.of(
                    "shelves",
                    QuestionWithdrawn.class,
                    Shelved.class,
                    QuestionWithdrawn::questionId,
                    (before, event) -> new Shelved(event.reason()))
            .filteredBy("shelf", Shelved::shelf);

    private MongoClient client;
    private MongoDatabase database;
    private ReferenceProjection<QuestionWithdrawn, Shelved> shelves;

    record Shelved(String shelf) {}

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestServers.mongoUri());
        database = client.getDatabase("rank_" + UUID.randomUUID().toString().replace("-", ""));
        ProjectionFormats formats = new ProjectionFormats(database);
        formats.setCurrent(SHELVES);
        shelves = new ReferenceProjection<>(
                database,
                SHELVES,
                () -> {
                    throw new AssertionError("nothing is to be rebuilt");
                },
                formats);
    }

    @AfterEach
    void disconnect() {
        database.drop();
        client.close();
    }

    @Test
    void entriesCountAmongTheirOwnInTheOrderOfPositionsAndNotOfIds() {
        put("z", "red", 3);
        put("m", "blue", 10);
        put("a", "red", 11);
        put("b", "red", 200);

        assertThat(rank("z", "red")).isEqualTo(1);
        assertThat(rank("a", "red")).isEqualTo(2);
        assertThat(rank("b", "red")).isEqualTo(3);
        assertThat(rank("m", "blue")).isEqualTo(1);
    }

    @Test
    void whatComesLaterOrAgainMovesNothing() {
        put("z", "red", 3);
        put("a", "red", 11);
        put("z", "red", 3);
        put("b", "red", 12);

        assertThat(rank("z", "red")).isEqualTo(1);
        assertThat(rank("a", "red")).isEqualTo(2);
    }

    /** A reader may get to know of the second before the first: it is told of the first's place when it knows of it. */
    @Test
    void aPlaceCountsWhatIsKnown() {
        put("a", "red", 11);
        assertThat(rank("a", "red")).isEqualTo(1);

        put("z", "red", 3);
        assertThat(rank("a", "red")).isEqualTo(2);
    }

    @Test
    void whatIsNotThereOrOfAnOlderBuildHasNoPlaceAndTakesNone() {
        database.getCollection("shelves")
                .insertOne(new Document("_id", "old").append("version", 1L).append("format", 0));
        put("a", "red", 11);

        assertThat(shelves.rank(new QuestionId("none"), shelf("red"))).isEmpty();
        assertThat(shelves.rank(new QuestionId("old"), shelf("red"))).isEmpty();
        assertThat(rank("a", "red")).isEqualTo(1);
    }

    private void put(String id, String shelf, long position) {
        shelves.apply(
                new QuestionWithdrawn(new QuestionId(id), shelf, Instant.EPOCH),
                new Origin("other-service", position, Instant.EPOCH));
    }

    private long rank(String id, String shelf) {
        return shelves.rank(new QuestionId(id), shelf(shelf)).orElseThrow();
    }

    private static Condition shelf(String shelf) {
        return new Condition.Is("shelf", shelf);
    }
}
