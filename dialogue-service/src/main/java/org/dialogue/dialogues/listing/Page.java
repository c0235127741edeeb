package org.dialogue.dialogues.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what is on it, in the order of ids
 * @param next the cursor of the next page; absent on the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Keeps its own copy of the items. */
    public Page {
        items = List.copyOf(items);
    }
}
