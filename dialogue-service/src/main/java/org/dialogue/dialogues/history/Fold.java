package org.dialogue.dialogues.history;

import org.jspecify.annotations.Nullable;

/**
 * How events add up: a pure function, the same wherever an aggregate is read.
 *
 * @param <E> the family of events of one kind of aggregate
 * @param <S> what they add up to
 */
@FunctionalInterface
public interface Fold<E, S> {

    /**
     * What there is after one more event.
     *
     * @param before what there was; null before the first event
     * @param event what happened
     * @return what there is then
     */
    S after(@Nullable S before, E event);
}
