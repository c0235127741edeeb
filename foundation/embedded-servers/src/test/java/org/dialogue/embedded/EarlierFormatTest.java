package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that a build before the first ordered index has written: {@code office.letters} with 40 letters numbered from 0,
 * of which 7 was changed and 8 deleted, a unique index on their number, others on desk and pages; and {@code office-no.ids}
 * with ids of all kinds.
 */
class EarlierFormatTest {

    @TempDir
    private Path data;

    @BeforeEach
    void unpack() throws Exception {
        try (InputStream packed =
                Objects.requireNonNull(EarlierFormatTest.class.getResourceAsStream("/earlier-format.mv.gz"))) {
            Files.copy(new GZIPInputStream(packed), data.resolve("mongo.mv"));
        }
    }

    @Test
    void keepsDocumentsAndIndexes() {
        for (int start = 1; start <= 2; start++) {
            try (var mongo = EmbeddedMongo.onDisk(data, 0);
                    var client = MongoClients.create(mongo.connectionString())) {
                verify(client);
            }
        }
    }

    private static void verify(MongoClient client) {
        MongoDatabase office = client.getDatabase("office");
        var letters = office.getCollection("letters");
        assertThat(client.listDatabaseNames()).contains("office", "office-no");
        assertThat(office.listCollectionNames()).containsExactly("letters");
        assertThat(letters.countDocuments()).isEqualTo(39);
        assertThat(letters.listIndexes().map(index -> index.getString("name")))
                .containsExactlyInAnyOrder("_id_", "number_1", "desk_1__id_1", "pages.no_1");
        assertThat(letters.find(Filters.eq("number", 7)).first())
                .containsEntry("desk", "desk of 7")
                .containsEntry("sent", new Date(7))
                .containsEntry("pages", List.of(new Document("no", 7), new Document("no", -7)));
        assertThat(letters.find(Filters.eq("pages.no", -12)).map(letter -> letter.getInteger("number")))
                .containsExactly(12);
        assertThat(letters.find(Filters.gte("desk", "desk 3"))
                        .sort(Sorts.descending("desk", "_id"))
                        .limit(2)
                        .map(letter -> letter.getInteger("number")))
                .containsExactly(7, 39);
        assertThatThrownBy(() -> letters.insertOne(new Document("number", 9))).isInstanceOf(MongoWriteException.class);
        assertThat(client.getDatabase("office-no")
                        .getCollection("ids")
                        .find()
                        .map(document -> document.get("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(
                        0.5,
                        1,
                        2L,
                        "text",
                        new Document("service", "a").append("n", 1),
                        new Binary(new byte[] {1}),
                        new ObjectId("000000000000000000000001"));
    }
}
