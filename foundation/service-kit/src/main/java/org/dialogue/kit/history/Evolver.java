package org.dialogue.kit.history;

import org.jspecify.annotations.Nullable;

/**
 * How the events of one kind of aggregate add up: a pure function, the same wherever the aggregate is read.
 *
 * @param <E> the family of events
 * @param <S> what they add up to
 */
@FunctionalInterface
public interface Evolver<E, S> {

    /**
     * Folds one more event in.
     *
     * @param before what there was; null before the first event
     * @param event what happened
     * @return what there is then
     */
    S after(@Nullable S before, E event);
}
