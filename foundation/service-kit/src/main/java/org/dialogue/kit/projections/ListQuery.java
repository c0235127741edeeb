package org.dialogue.kit.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param cursor where the former page ended, as {@link org.dialogue.kit.paging.Page#next()} told it; null for the first
 * @param limit how many entries it may hold, from 1 to {@link org.dialogue.kit.paging.Page#MAX_LIMIT}
 * @param sort a sortable field, with {@code -} before it to descend; null for the order of ids. Entries without a value
 *     come last either way
 * @param filter what entries must meet; a cursor goes on only with the same filter and sort
 * @param visible what the reader may see; not part of what a cursor remembers, since rights may change between pages
 * @param violations what is wrong with what is asked for, told together with what the list finds wrong itself
 */
public record ListQuery(
        @Nullable String cursor,
        int limit,
        @Nullable String sort,
        List<Condition> filter,
        @Nullable Condition visible,
        List<Violation> violations) {

    /** Keeps its own copies of the lists. */
    public ListQuery {
        filter = List.copyOf(filter);
        violations = List.copyOf(violations);
    }

    /** A condition on fields. */
    public sealed interface Condition {

        /** The field has this value; null for none. */
        record Is(String field, @Nullable Object value) implements Condition {}

        /** The field has one of these values. */
        record In(String field, Collection<?> values) implements Condition {}

        /** The field has a value, from the first and before the second; null for no bound. */
        record Between(
                String field,
                @Nullable Object from,
                @Nullable Object before) implements Condition {}

        /** One of these is met. */
        record AnyOf(List<Condition> conditions) implements Condition {}

        /** All of these are met. */
        record AllOf(List<Condition> conditions) implements Condition {}
    }

    /** {@return the first page, or the one at the cursor, of everything in the order of ids} */
    public static ListQuery page(@Nullable String cursor, int limit) {
        return new ListQuery(cursor, limit, null, List.of(), null, List.of());
    }

    /** {@return the same, for another page} */
    public ListQuery at(@Nullable String another, int length) {
        return new ListQuery(another, length, sort, filter, visible, violations);
    }

    /** {@return the same, sorted as asked for, see {@link #sort}} */
    public ListQuery sorted(@Nullable String by) {
        return new ListQuery(cursor, limit, by, filter, visible, violations);
    }

    /** {@return the same with only entries that have this value; null asks for nothing} */
    public ListQuery where(String field, @Nullable Object value) {
        return value == null ? this : where(new Condition.Is(field, value));
    }

    /** {@return the same with only entries that meet the condition} */
    public ListQuery where(Condition condition) {
        List<Condition> more = new ArrayList<>(filter);
        more.add(condition);
        return new ListQuery(cursor, limit, sort, more, visible, violations);
    }

    /** {@return the same with only entries that the reader may see} */
    public ListQuery visibleBy(Condition rights) {
        return new ListQuery(cursor, limit, sort, filter, rights, violations);
    }

    /**
     * Makes sure of something that the query speaks of.
     *
     * @param check throws if it is not there
     * @return the same; if it is not there, the list will refuse the query, naming this as well
     */
    public ListQuery provided(Runnable check) {
        try {
            check.run();
            return this;
        } catch (InvalidInput refusal) {
            return refusing(refusal.violations());
        }
    }

    /** {@return the same, which the list will refuse, naming these as well, if there are any} */
    public ListQuery refusing(List<Violation> further) {
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(further);
        return new ListQuery(cursor, limit, sort, filter, visible, all);
    }
}
