package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final byte[] LETTERS = "office.letters".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    @Test
    void tellsTheChangesOfItsGenerationInOrder() {
        try (Journal journal = new Journal(data, true)) {
            journal.begin(3);
            journal.changed(LETTERS, "a\0\uFFEF", letter(1));
            journal.changed(LETTERS, "b", letter(2));
            assertThat(journal.write()).isEqualTo(2);
            journal.changed(LETTERS, "b", null);
            assertThat(journal.write()).isEqualTo(3);
        }
        try (Journal journal = new Journal(data, false)) {
            assertThat(told(journal, 3))
                    .containsExactly(
                            "office.letters a\0\uFFEF {\"number\" : 1}",
                            "office.letters b {\"number\" : 2}",
                            "office.letters b null");
            assertThat(told(journal, 1)).isEmpty();
            assertThat(told(journal, 4)).isEmpty();
        }
    }

    @Test
    void endsWhereAnEarlierGenerationStillStands() {
        try (Journal journal = new Journal(data, false)) {
            journal.begin(1);
            journal.changed(LETTERS, "a", letter(1));
            journal.write();
            journal.changed(LETTERS, "b", letter(2));
            journal.write();
            journal.begin(3);
            journal.changed(LETTERS, "c", letter(3));
            journal.write();
            assertThat(told(journal, 3)).containsExactly("office.letters c {\"number\" : 3}");
        }
    }

    @Test
    void endsAtARecordOfWhichOnlyAPartWasWritten() throws Exception {
        try (Journal journal = new Journal(data, false)) {
            journal.begin(1);
            journal.changed(LETTERS, "a", letter(1));
            journal.write();
            journal.changed(LETTERS, "b", letter(2));
            journal.write();
        }
        try (FileChannel file = FileChannel.open(data.resolve("mongo.journal.1"), StandardOpenOption.WRITE);
                Journal journal = new Journal(data, false)) {
            int record = 16 + 3 * 4 + LETTERS.length + 2 + letter(1).size();
            file.write(ByteBuffer.wrap(new byte[] {9, 9, 9, 9}), 2L * record - 4);
            assertThat(told(journal, 1)).hasSize(1);
        }
    }

    @Test
    void isFullAfterSomeMegabytes() {
        try (Journal journal = new Journal(data, false)) {
            journal.begin(1);
            assertThat(journal.isEmpty()).isTrue();
            StoredDocument large = StoredDocument.of(new Document("text", "x".repeat(1 << 20)));
            for (int megabyte = 0; megabyte < 8; megabyte++) {
                assertThat(journal.isFull()).isFalse();
                journal.changed(LETTERS, "a", large);
                journal.write();
            }
            assertThat(journal.isFull()).isTrue();
            assertThat(told(journal, 1)).hasSize(8);
        }
    }

    private static List<String> told(Journal journal, int generation) {
        List<String> told = new ArrayList<>();
        journal.read(
                generation,
                (String namespace, String position, @Nullable StoredDocument document) ->
                        told.add(namespace + " " + position + " " + (document == null ? null : document.shared())));
        return told;
    }

    private static StoredDocument letter(int number) {
        return StoredDocument.of(new Document("number", number));
    }
}
