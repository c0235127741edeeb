package org.dialogue.reports.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.dialogue.reports.folds.Faults;
import org.dialogue.reports.reading.Reader;

/**
 * Something that has no place of its own in a report, because what it rests on cannot be read or does not fit.
 *
 * @param item what it is, with its kind, such as {@code question:q7}
 * @param fault what is wrong
 */
public record LostItem(String item, String fault) {

    private static final int MOST = 200;

    /**
     * What a report cannot show in its place. Nobody knows who may see it, so it is for those who see everything.
     *
     * @param faults those of the report's view
     * @param shownElsewhere what has a place, or belongs to another report
     * @return 200 at most
     */
    public static List<LostItem> of(Faults faults, Reader reader, Predicate<String> shownElsewhere) {
        if (!reader.seesEverything()) {
            return List.of();
        }
        return faults.byAggregate().keySet().stream()
                .filter(shownElsewhere.negate())
                .sorted()
                .limit(MOST)
                .map(item -> new LostItem(item, Objects.requireNonNullElse(faults.told(List.of(item)), "")))
                .toList();
    }
}
