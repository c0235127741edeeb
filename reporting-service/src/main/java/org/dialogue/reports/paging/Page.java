package org.dialogue.reports.paging;

import java.util.List;
import java.util.function.Function;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param items in order
 * @param next the cursor of the next page; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many items a page has if nobody says otherwise. */
    public static final String DEFAULT_LIMIT = "50";

    /** How many items a page may have. */
    public static final int MAX_LIMIT = 200;

    /** Keeps its own copy of the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of a list.
     *
     * @param all the whole list, in any order
     * @param sorting its order
     * @param cursor where the page before ended; null for the first
     * @param limit how many items at most, from 1 to {@link #MAX_LIMIT}
     * @return the page
     * @throws InvalidInput if cursor or limit make no sense
     */
    public static <T> Page<T> of(List<T> all, Sorting<T> sorting, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInput("limit", "range", "limit must lie between 1 and " + MAX_LIMIT);
        }
        Cursor after = cursor == null ? null : Cursor.decoded(cursor, sorting.name());
        List<T> found = all.stream()
                .filter(item -> after == null || sorting.isAfter(item, after))
                .sorted(sorting.comparator())
                .limit(limit + 1L)
                .toList();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        sorting.after(found.get(limit - 1)).encoded());
    }

    /** {@return the same page with its items shown in another way} */
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), next);
    }
}
