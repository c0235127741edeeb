package org.dialogue.quality.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The table of {@code data-directories/intended-differences.md}: how later builds answer differently on purpose. */
public final class IntendedDifferences {

    private static final String FILE = "/data-directories/intended-differences.md";
    private static final int COLUMNS = 5;

    private final List<Row> rows;

    private IntendedDifferences(List<Row> rows) {
        this.rows = rows;
    }

    /** {@return the table as it is kept} */
    public static IntendedDifferences read() {
        try (InputStream file = IntendedDifferences.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
            return new IntendedDifferences(text.lines()
                    .filter(line -> line.startsWith("|"))
                    .skip(2) // the head of the table
                    .map(IntendedDifferences::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != COLUMNS + 2 || cells[COLUMNS].isEmpty()) {
            throw new IllegalArgumentException("A row has the cells data, answer, field, kind, why: " + line);
        }
        return new Row(cells[1], wildcard(cells[2]), wildcard(cells[3]), Difference.Kind.valueOf(cells[4]), cells[5]);
    }

    private static Pattern wildcard(String cell) {
        return Pattern.compile(Arrays.stream(cell.replace("`", "").split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow());
    }

    /** {@return those that no row of the table is about} */
    public List<Difference> unintended(String data, List<Difference> differences) {
        return differences.stream()
                .filter(difference -> rows.stream().noneMatch(row -> row.covers(data, difference)))
                .toList();
    }

    /** {@return what rows about this data say that does not differ (any more)} */
    public List<String> idle(String data, List<Difference> differences) {
        return rows.stream()
                .filter(row -> row.data.equals(data))
                .filter(row -> differences.stream().noneMatch(difference -> row.covers(data, difference)))
                .map(row -> row.why)
                .toList();
    }

    private record Row(String data, Pattern answer, Pattern field, Difference.Kind kind, String why) {

        boolean covers(String data, Difference difference) {
            return (this.data.equals(data) || this.data.equals("both"))
                    && kind == difference.kind()
                    && answer.matcher(difference.answer()).matches()
                    && field.matcher(difference.field()).matches();
        }
    }
}
