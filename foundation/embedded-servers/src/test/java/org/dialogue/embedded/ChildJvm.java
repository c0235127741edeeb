package org.dialogue.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A second JVM on this test's class path, to be killed. */
final class ChildJvm {

    private ChildJvm() {}

    /** Runs the program, kills it without warning once it has printed so many lines, and returns all it printed. */
    static List<String> runAndKill(Class<?> program, int afterLines, Object... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return readAndKill(process, afterLines);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> readAndKill(Process process, int afterLines) throws IOException {
        var printed = new ArrayList<String>();
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (printed.size() == afterLines) {
                    // Through the handle, because Process would close the pipe with what is still in it.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        return printed;
    }
}
