package org.dialogue.reports.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Decides everything in a dialogue that is played at random, and gives ids that are used once. */
final class Dice {

    private final Random random;
    private int ids;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** {@return at least one of the choices, in their order; none of none} */
    <T> List<T> some(Collection<T> choices) {
        List<T> some = new ArrayList<>(choices);
        some.removeIf(choice -> random.nextBoolean());
        return some.isEmpty() && !choices.isEmpty() ? List.of(pick(List.copyOf(choices))) : some;
    }

    String id(String prefix) {
        ids++;
        return prefix + ids;
    }
}
