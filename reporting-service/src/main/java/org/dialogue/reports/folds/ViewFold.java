package org.dialogue.reports.folds;

import java.util.List;
import java.util.function.BiFunction;

/**
 * What makes a view: a name, the value it has before anything happened, and a pure step. The same fold serves the live
 * view, its rebuilding, and a view as of an earlier moment.
 *
 * <p>A step neither reads a clock nor keeps state, and never changes the value it is given. The services' events arrive in
 * any order across aggregates (an answer may be known before its question), so that the final value must not depend on how
 * the events of different aggregates are mixed; those of one aggregate always arrive in order.
 *
 * @param names the names under which the view is addressed and measured, lower case with hyphens; one for each report that it
 *     serves
 * @param start the immutable value of an empty history
 * @param step gives the value after one more event; what it throws becomes a fault of the view
 */
public record ViewFold<V>(List<String> names, V start, BiFunction<V, HistoryEntry, V> step) {

    /** A view that serves one report. */
    public ViewFold(String name, V start, BiFunction<V, HistoryEntry, V> step) {
        this(List.of(name), start, step);
    }

    /** {@return the first of its names} */
    public String name() {
        return names.get(0);
    }
}
