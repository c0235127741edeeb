package org.dialogue.quality.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs as the build has packaged them. */
final class ExecutableJars {

    /** The offline auditor. */
    static final Path AUDITOR = root().resolve("foundation")
            .resolve("ledger-auditor")
            .resolve("target")
            .resolve("ledger-auditor.jar");

    private ExecutableJars() {}

    /**
     * Finds the executable jar of a module.
     *
     * @param module the module's directory below the root, such as {@code answer-service}
     * @return its path
     * @throws IllegalStateException if the module has not been packaged
     */
    static Path of(String module) {
        Path target = root().resolve(module).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith("-exec.jar")).toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("There should be one executable jar in " + target + ", but there are "
                        + jars + "; run mvn package at the root first");
            }
            return jars.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This module's directory is the working directory of its tests. */
    private static Path root() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }
}
