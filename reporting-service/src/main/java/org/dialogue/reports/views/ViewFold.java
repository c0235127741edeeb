package org.dialogue.reports.views;

import java.util.function.BiFunction;

/**
 * What makes a view: a name, the value it has before anything happened, and a pure step. The same fold serves the live
 * view, its rebuilding, and a view as of an earlier moment.
 *
 * <p>A step neither reads a clock nor keeps state, and never changes the value it is given. The services' events arrive in
 * any order across aggregates (an answer may be known before its question), so that the final value must not depend on how
 * the events of different aggregates are mixed; those of one aggregate always arrive in order.
 *
 * @param name names the view in addresses and metrics, lower case with hyphens
 * @param start the immutable value of an empty history
 * @param step gives the value after one more event; what it throws becomes a fault of the view
 */
public record ViewFold<V>(String name, V start, BiFunction<V, HistoryEntry, V> step) {}
