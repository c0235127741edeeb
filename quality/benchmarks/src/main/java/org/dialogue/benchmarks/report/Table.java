package org.dialogue.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in Markdown, padded so that it reads as well on a terminal.
 */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    /** A table with these headings and no rows yet. The first column is text, the others are figures. */
    public Table(String... headings) {
        this.columns = headings.length;
        rows.add(List.of(headings));
    }

    /** Adds a row at the end. */
    public Table row(List<String> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.size(), columns));
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Adds a row at the end. */
    public Table row(String... cells) {
        return row(Arrays.asList(cells));
    }

    /** The table as lines of Markdown. */
    public String markdown() {
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .map(width -> Math.max(width, 3))
                .toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.get(0), widths));
        lines.add(IntStream.range(0, columns)
                .mapToObj(column -> column == 0 ? "-".repeat(widths[column]) : "-".repeat(widths[column] - 1) + ":")
                .collect(Collectors.joining(" | ", "| ", " |")));
        rows.stream().skip(1).forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String padding = " ".repeat(widths[column] - row.get(column).length());
                    return column == 0 ? row.get(column) + padding : padding + row.get(column);
                })
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
