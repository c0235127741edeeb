package org.dialogue.events.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How event records treat their lists. */
public final class Lists {

    private Lists() {}

    /**
     * An unmodifiable copy, empty where history has no value: a list added to an event later is absent in older JSON.
     *
     * @param list the list as read
     * @return the copy
     */
    public static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
