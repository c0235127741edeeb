package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoKillIT {

    private static final int ROUNDS = 6;

    @TempDir
    private Path data;

    @Test
    void noAcknowledgedWriteIsLostWhenTheProcessIsKilled() throws Exception {
        var moments = new Random(1);
        var acknowledged = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(completeLines(
                    ChildJvm.runAndKill(AcknowledgedInserts.class, 50 + moments.nextInt(900), data, "r" + round)));
            verify(acknowledged, "r" + round);
        }
    }

    private void verify(List<String> acknowledged, String round) {
        try (var mongo = EmbeddedMongo.onDisk(data, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var collection =
                    client.getDatabase(AcknowledgedInserts.DATABASE).getCollection(AcknowledgedInserts.COLLECTION);
            var stored = new HashSet<String>();
            collection.find().forEach(document -> stored.add(document.getString("_id")));
            assertThat(stored).hasSizeGreaterThanOrEqualTo(50).containsAll(acknowledged);
            indexesFindWhatIsStored(collection);
            for (int writer = 0; writer < 4; writer++) {
                documentsAndIndexesAgree(collection, stored, round + "-" + writer);
            }
        }
    }

    /** No half of an insert is stored: what is there is indexed, and what is not there can be inserted. */
    private static void documentsAndIndexesAgree(
            MongoCollection<Document> collection, HashSet<String> stored, String aggregate) {
        int next = 0;
        while (stored.contains(aggregate + ":" + next)) {
            next++;
        }
        if (next > 0) {
            var sameSequence = AcknowledgedInserts.document(aggregate, next - 1).append("_id", "another");
            assertThatThrownBy(() -> collection.insertOne(sameSequence)).isInstanceOf(MongoWriteException.class);
        }
        collection.insertOne(AcknowledgedInserts.document(aggregate, next));
        collection.deleteOne(new Document("_id", aggregate + ":" + next));
    }

    /** By each index that is not unique, in its order: exactly the documents that there are. */
    private static void indexesFindWhatIsStored(MongoCollection<Document> collection) {
        List<Document> all = collection.find().into(new ArrayList<>());
        var bySequence = collection
                .find(Filters.gte("events.sequence", 0))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        var byWriter = collection
                .find(Filters.gte("writer", ""))
                .sort(Sorts.descending("writer"))
                .map(document -> document.getString("writer"))
                .into(new ArrayList<>());
        assertThat(bySequence)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(document -> document.getString("_id")).toList());
        assertThat(byWriter)
                .containsExactlyElementsOf(all.stream()
                        .map(document -> document.getString("writer"))
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** The last line may have been cut by the kill. */
    private static List<String> completeLines(List<String> lines) {
        return lines.subList(0, Math.max(0, lines.size() - 1));
    }
}
