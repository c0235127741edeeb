package org.dialogue.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what is on it, in the list's order
 * @param next the cursor of the next page; absent on the last
 * @param <T> what is listed
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
     * A page of what was found.
     *
     * @param found what is left of the list from the page on; one item more than the limit tells that there is more
     * @param limit how many items the page may have
     * @param cursor what leads on from the last item of a page that is not the last
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    /**
     * Insists on a length that pages may have.
     *
     * @param limit how many items are asked for, from 1 to {@link #MAX_LIMIT}
     * @throws InvalidInput by the rule {@code range} if they are fewer or more
     */
    public static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInput("limit", "range.page", "limit must lie between 1 and " + MAX_LIMIT, 1, MAX_LIMIT);
        }
    }

    /** {@return the same page with its items shown in another way} */
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), next);
    }
}
