package org.dialogue.reports.story;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a played question came to, by an account that knows nothing of the views.
 *
 * @param owed who owes what, such as {@code police ANSWER}
 * @param with the question whose answer and conclusion serve this one
 * @param text in the present words
 * @param programme where it is followed up
 * @param number its running number where it was raised
 */
public record PartTruth(
        String state,
        Set<String> owed,
        boolean concluded,
        @Nullable String with,
        String text,
        String programme,
        int number) {

    /** Keeps its own copy of the set. */
    public PartTruth {
        owed = new TreeSet<>(owed);
    }
}
