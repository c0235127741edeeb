package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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

    @Test
    void addressesLeftByAKilledDemoDoNotCount() throws Exception {
        Path root = temporary.resolve("data");
        assertThat(DataDirectory.signInOfTheRunning(root)).isEmpty();
        try (var data = DataDirectory.open(root)) {
            data.publish(URI.create("http://localhost:1"));
        }
        assertThat(DataDirectory.signInOfTheRunning(root)).isEmpty();
        Files.writeString(root.resolve("sign-in.address"), "http://localhost:1");
        assertThat(DataDirectory.signInOfTheRunning(root)).isEmpty();
    }

    @Test
    void dataOf010AreRecognisedUntilTheyAreCleared() throws Exception {
        Path root = temporary.resolve("data");
        Files.createDirectories(root.resolve("keys"));
        Files.createFile(root.resolve(".dialogue-lock"));
        try (var data = DataDirectory.open(root)) {
            assertThat(data.knowsPeopleOf010()).isTrue();
            data.clear();
            assertThat(data.knowsPeopleOf010()).isFalse();
        }
        try (var data = DataDirectory.open(temporary.resolve("new"))) {
            assertThat(data.knowsPeopleOf010()).isFalse();
            Files.createDirectories(data.keys());
        }
        try (var data = DataDirectory.open(temporary.resolve("new"))) {
            assertThat(data.knowsPeopleOf010()).isFalse();
        }
    }
}
