package org.dialogue.quality.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the packaged auditor said.
 *
 * @param exitCode 0 if all is whole, unaltered and proven; its README lists the others
 * @param report everything it printed
 */
public record OfflineAuditor(int exitCode, String report) {

    /** {@return its verdict on these arguments} */
    public static OfflineAuditor run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                ExecutableJars.AUDITOR.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new OfflineAuditor(process.waitFor(), report);
        } catch (IOException e) {
            throw new UncheckedIOException("The auditor does not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while auditing", e);
        }
    }
}
