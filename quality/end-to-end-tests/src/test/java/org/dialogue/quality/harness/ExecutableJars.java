package org.dialogue.quality.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The programs as the build has packaged them. */
final class ExecutableJars {

    /** The offline auditor. */
    static final Path AUDITOR = root().resolve("foundation")
            .resolve("ledger-auditor")
            .resolve("target")
            .resolve("ledger-auditor.jar");

    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

    private ExecutableJars() {}

    /**
     * Finds the executable jar of a module, unpacked once for all tests of a run: jars side by side start in half the time
     * of jars in a jar, and some tests do little but start programs.
     *
     * @param module the module's directory below the root, such as {@code answer-service}
     * @return the path of the jar to start
     * @throws IllegalStateException if the module has not been packaged
     */
    static Path of(String module) {
        return UNPACKED.computeIfAbsent(
                module, any -> unpacked(packaged(module), Path.of("target", "unpacked", module)));
    }

    private static Path unpacked(Path jar, Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            directory.toString())
                    .inheritIO()
                    .start();
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(jar + " cannot be unpacked");
            }
            return directory.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unpacking " + jar, e);
        }
    }

    private static Path packaged(String module) {
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
