package org.dialogue.reports.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dialogue.kit.paging.OpaqueCursor;
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
    private static final int HEX = 16;
    private static final int DIGITS = 16;

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
        return pageOf(all.stream().sorted(comparator()), cursor, limit);
    }

    /**
     * Cuts a page out of a list that has this order already, and reads no further than to its end.
     *
     * @param inOrder the list; may begin anywhere at or before {@link #startOf}
     * @param cursor where the page before ended; null for the first
     * @param limit how many items at most
     * @return the page
     * @throws InvalidInput if cursor or limit make no sense
     */
    public Page<T> pageOf(Stream<T> inOrder, @Nullable String cursor, int limit) {
        Page.requireLimit(limit);
        Cursor before = cursor == null ? null : Cursor.decoded(cursor, name);
        List<T> found = inOrder.filter(item -> before == null || isAfter(item, before))
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, last -> after(last).encoded());
    }

    /** {@return the key at which the page after a cursor begins; empty for the first page} */
    public Optional<String> startOf(@Nullable String cursor) {
        return cursor == null
                ? Optional.empty()
                : Optional.of(Cursor.decoded(cursor, name).key());
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

    /**
     * A number from its key.
     *
     * @throws InvalidInput if no number has this key
     */
    public static long number(String key) {
        try {
            return Long.parseUnsignedLong(key, HEX) ^ Long.MIN_VALUE;
        } catch (NumberFormatException malformed) {
            throw OpaqueCursor.malformed();
        }
    }

    /**
     * A moment from its key.
     *
     * @throws InvalidInput if no moment has this key
     */
    public static Instant moment(String key) {
        if (key.length() != 2 * DIGITS) {
            throw OpaqueCursor.malformed();
        }
        try {
            return Instant.ofEpochSecond(number(key.substring(0, DIGITS)), number(key.substring(DIGITS)));
        } catch (DateTimeException | ArithmeticException outside) {
            throw OpaqueCursor.malformed();
        }
    }
}
