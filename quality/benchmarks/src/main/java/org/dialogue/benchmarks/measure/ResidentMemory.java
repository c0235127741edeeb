package org.dialogue.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux knows of a process's memory. */
public final class ResidentMemory {

    private static final String PEAK = "VmHWM:";

    private ResidentMemory() {}

    /** The greatest resident memory this process has had, in bytes; 0 where {@code /proc} does not tell. */
    public static long peak() {
        return peakOf(ProcessHandle.current().pid());
    }

    /** The greatest resident memory a process has had, in bytes; 0 where {@code /proc} does not tell. */
    public static long peakOf(long process) {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + status, e);
        }
    }
}
