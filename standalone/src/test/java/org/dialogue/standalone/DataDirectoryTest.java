package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void clearingDeletesTheDataAndKeepsTheDirectoryInUse() throws Exception {
        Path root = temporary.resolve("data");
        try (var data = DataDirectory.open(root)) {
            Files.createDirectories(data.kafka().resolve("topic"));
            Files.writeString(data.kafka().resolve("topic").resolve("segment"), "x");
            data.clear();

            assertThat(data.kafka()).doesNotExist();
            assertThatThrownBy(() -> DataDirectory.open(root)).isInstanceOf(OverlappingFileLockException.class);
        }
        try (var again = DataDirectory.open(root)) {
            assertThat(again.mongodb()).hasParentRaw(root);
        }
    }

    @Test
    void somebodyElsesFilesAreLeftAlone() throws Exception {
        Path letter = Files.writeString(temporary.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> DataDirectory.open(temporary))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(temporary.toString())
                .hasMessageContaining("DIALOGUE_DATA_DIR");
        assertThat(letter).hasContent("dear");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
    }
}
