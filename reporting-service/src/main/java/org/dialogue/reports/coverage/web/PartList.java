package org.dialogue.reports.coverage.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.kit.paging.Page;
import org.dialogue.reports.folds.coverage.Coverage;
import org.dialogue.reports.folds.coverage.QuestionRow;
import org.dialogue.reports.paging.Sorting;
import org.jspecify.annotations.Nullable;

/** The parts that a reader asks for, read from the rows that the fold keeps. */
final class PartList {

    /** No character of an id comes before it, so that parts stand in the order of their questions' ids. */
    private static final String PLACE = "!";

    private final Coverage coverage;
    private final PartFilter filter;

    PartList(Coverage coverage, PartFilter filter) {
        this.coverage = coverage;
        this.filter = filter;
    }

    /** A part of a question, by its place among the question's parts. */
    record Part(QuestionRow question, int place) {

        private String id() {
            return question.question().id().value() + PLACE + Sorting.key(place);
        }
    }

    static List<Sorting<Part>> sortings(Coverage coverage) {
        return List.of(
                new Sorting<>(
                        "raised", part -> Sorting.key(part.question().question().raisedAt()), Part::id, false),
                new Sorting<>("number", part -> Sorting.key(number(coverage, part)), Part::id, false));
    }

    private static int number(Coverage coverage, Part part) {
        return coverage.reference().numbers().number(part.question().question().id());
    }

    private static int numberOf(String key) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Sorting.number(key)));
    }

    /** Reads on from where a page ended, and no further than it needs to. */
    Page<Part> page(Sorting<Part> order, @Nullable String cursor, int limit) {
        Optional<String> from = order.startOf(cursor);
        Stream<QuestionRow> rows = order.name().endsWith("number")
                ? coverage.byNumber(
                        from.map(PartList::numberOf).orElse(order.descending() ? Integer.MAX_VALUE : 1),
                        order.descending())
                : coverage.byRaising(from.map(Sorting::moment).orElse(null), order.descending());
        return order.pageOf(parts(rows), cursor, limit);
    }

    CoverageTotals totals() {
        return filter.isOpen()
                ? CoverageTotals.of(coverage.totals(filter.reader().circles(), filter.programme()), filter.today())
                : CoverageTotals.of(coverage.rows(), filter);
    }

    private Stream<Part> parts(Stream<QuestionRow> rows) {
        return rows.filter(filter::admits)
                .flatMap(row -> IntStream.range(0, row.parts().size())
                        .filter(place -> filter.admits(row, place))
                        .mapToObj(place -> new Part(row, place)));
    }
}
