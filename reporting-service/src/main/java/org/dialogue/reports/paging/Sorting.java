package org.dialogue.reports.paging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * An order of a list. Ties are broken by an id, so that a page can go on exactly where the one before it ended, whatever
 * came or went in between.
 *
 * @param name as the parameter {@code sort} names it
 * @param key what is compared first, as text that sorts as it should
 * @param id what is compared then; unique in the list
 * @param descending whether the greatest key comes first; ids always ascend
 */
public record Sorting<T>(String name, Function<T, String> key, Function<T, String> id, boolean descending) {

    private static final String LAST = "~";

    /** {@return the same order under a name with a minus, greatest first} */
    public Sorting<T> reversed() {
        return new Sorting<>("-" + name, key, id, true);
    }

    /**
     * Cuts a page out of a list.
     *
     * @param all the whole list, in any order
     * @param cursor where the page before ended; null for the first
     * @param limit how many items at most
     * @return the page
     * @throws InvalidInput if cursor or limit make no sense
     */
    public Page<T> page(List<T> all, @Nullable String cursor, int limit) {
        Page.requireLimit(limit);
        Cursor before = cursor == null ? null : Cursor.decoded(cursor, name);
        List<T> found = all.stream()
                .filter(item -> before == null || isAfter(item, before))
                .sorted(comparator())
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, last -> after(last).encoded());
    }

    /**
     * Holds a cursor against this order.
     *
     * @throws InvalidInput if it is none of ours, or of a list in another order
     */
    public void requireOwn(String cursor) {
        Cursor.decoded(cursor, name);
    }

    Comparator<T> comparator() {
        Comparator<T> byKey = Comparator.comparing(key);
        return (descending ? byKey.reversed() : byKey).thenComparing(id);
    }

    /** Compares an item with the place where a page ended. */
    private boolean isAfter(T item, Cursor cursor) {
        int byKey = key.apply(item).compareTo(cursor.key());
        int inOrder = descending ? -byKey : byKey;
        return inOrder > 0 || inOrder == 0 && id.apply(item).compareTo(cursor.id()) > 0;
    }

    private Cursor after(T item) {
        return new Cursor(name, key.apply(item), id.apply(item));
    }

    /** {@return any moment as text that sorts by time} */
    public static String key(Instant moment) {
        return key(moment.getEpochSecond()) + key(moment.getNano());
    }

    /** {@return any day as text that sorts by time, no day after all days} */
    public static String key(@Nullable LocalDate day) {
        return day == null ? LAST : key(day.toEpochDay());
    }

    /** {@return any number as text that sorts by value: the sign counts as the highest digit} */
    public static String key(long number) {
        return "%016x".formatted(number ^ Long.MIN_VALUE);
    }
}
