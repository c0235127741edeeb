package org.dialogue.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run's chapters, written anew whenever one is finished: a run that fails late has not been for nothing.
 */
public final class Report {

    private final Path directory;
    private final Map<String, String> conditions;
    private final List<Chapter> chapters = new ArrayList<>();

    /**
     * Starts a report.
     *
     * @param directory where {@code performance.md} and {@code performance.json} go
     * @param conditions under which all of it was measured: server, machine, command
     */
    public Report(Path directory, Map<String, String> conditions) {
        this.directory = directory;
        this.conditions = conditions;
    }

    /** Adds a chapter, prints it and writes the files. */
    public void add(Chapter chapter) {
        chapters.add(chapter);
        System.out.printf("%n%s%n", chapter.markdown());
        write();
    }

    /** The text for each place in the page on performance. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("conditions", conditionsMarkdown());
        chapters.forEach(chapter -> texts.put(chapter.key(), chapter.markdown()));
        texts.put("targets", targetsMarkdown());
        return texts;
    }

    /** Verdicts on all that was wanted of what was measured. */
    public String targetsMarkdown() {
        Table table = new Table("target", "wanted", "measured", "verdict");
        chapters.stream()
                .flatMap(chapter -> chapter.targets().stream())
                .forEach(target -> table.row(
                        target.text(),
                        (target.atLeast() ? "at least " : "at most ") + plain(target.wanted()),
                        Figures.precise(target.measured()),
                        target.verdict()));
        return table.markdown();
    }

    private static String plain(double figure) {
        return figure == Math.rint(figure) ? String.valueOf((long) figure) : String.format(Locale.ROOT, "%.1f", figure);
    }

    private String conditionsMarkdown() {
        return conditions.entrySet().stream()
                .map(condition -> "- **%s**: %s%n".formatted(condition.getKey(), condition.getValue()))
                .collect(Collectors.joining());
    }

    private void write() {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("performance.md"), String.join("\n", texts().values()));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("conditions", conditions);
            chapters.forEach(chapter -> json.put(chapter.key(), chapter.data()));
            json.put(
                    "targets",
                    chapters.stream()
                            .flatMap(chapter -> chapter.targets().stream())
                            .toList());
            Files.writeString(
                    directory.resolve("performance.json"),
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(json));
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + directory, e);
        }
    }
}
