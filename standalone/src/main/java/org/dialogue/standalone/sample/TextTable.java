package org.dialogue.standalone.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal: columns of fixed width, words wrapped within them. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /** A column; its width counts characters. */
    record Column(String title, int width) {}

    /**
     * Adds a row.
     *
     * @param cells one for each column; a line break in a cell begins a new line of it
     */
    void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " cells make a row, not " + cells.length);
        }
        rows.add(List.of(cells));
    }

    /** {@return the lines, none longer than all columns and the gaps between them} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(lines(columns.stream().map(Column::title).toList()));
        lines.add(columns.stream().map(column -> "-".repeat(column.width())).collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.addAll(lines(row)));
        return lines;
    }

    private List<String> lines(List<String> cells) {
        List<List<String>> wrapped = IntStream.range(0, columns.size())
                .mapToObj(i -> wrap(cells.get(i), columns.get(i).width()))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height).mapToObj(line -> line(wrapped, line)).toList();
    }

    private String line(List<List<String>> wrapped, int line) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> padded(
                        line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "",
                        columns.get(i).width()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** {@return the text in lines of the width at most; words that are longer are cut} */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
                while (line.length() > width) {
                    lines.add(line.substring(0, width));
                    line.delete(0, width);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
