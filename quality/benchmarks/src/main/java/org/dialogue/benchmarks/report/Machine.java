package org.dialogue.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where figures were measured. */
public final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    /** Processor, memory, operating system and Java, in one line. */
    public static String description() {
        return "%d x %s, %s of memory, %s %s, Java %s (%s)"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        field(CPU, "model name", "processor of unknown make"),
                        gibibytes(field(MEMORY, "MemTotal", "0")),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        System.getProperty("java.vm.name"));
    }

    private static String gibibytes(String kibibytes) {
        return Math.round(Long.parseLong(kibibytes.replaceAll("\\D", "")) / (double) (1 << 20)) + " GiB";
    }

    private static String field(Path file, String name, String otherwise) {
        if (!Files.isReadable(file)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
