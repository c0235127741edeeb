package org.dialogue.kit.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dialogue.events.Identifier;
import org.dialogue.kit.history.Evolver;
import org.jspecify.annotations.Nullable;

/**
 * What a projection keeps: one document for each aggregate of one kind, the fold of its events.
 *
 * @param collection where the documents are kept; also the projection's name
 * @param family the events of that kind of aggregate
 * @param type the documents' entries
 * @param id of which aggregate an event is
 * @param fold how events add up to an entry
 * @param format to be raised whenever the fold, the entry or what an event means changes; the documents are then rebuilt
 * @param fields by which entries can be filtered or sorted; kept beside the entry, indexed
 * @param <E> the family of events
 * @param <S> the entries
 */
public record ProjectionDefinition<E, S>(
        String collection,
        Class<E> family,
        Class<S> type,
        Function<E, Identifier> id,
        Evolver<E, S> fold,
        int format,
        List<Field<S>> fields) {

    /** Keeps its own copy of the fields. */
    public ProjectionDefinition {
        fields = List.copyOf(fields);
        if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("two fields of " + collection + " have one name");
        }
    }

    /**
     * A field of entries.
     *
     * @param name as callers know it: letters and digits
     * @param value text, number, flag, enum, identifier, instant or day; null for none; several in a collection, which can
     *     only be filtered
     * @param sortable whether entries can be sorted by it
     * @param <S> the entries
     */
    public record Field<S>(String name, Function<S, @Nullable Object> value, boolean sortable) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

        /** Checks the name. */
        public Field {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(name + " is no name of a field");
            }
        }
    }

    /** {@return a projection in its first format, without fields} */
    public static <E, S> ProjectionDefinition<E, S> of(
            String collection, Class<E> family, Class<S> type, Function<E, Identifier> id, Evolver<E, S> fold) {
        return new ProjectionDefinition<>(collection, family, type, id, fold, 1, List.of());
    }

    /** {@return the same in another format} */
    public ProjectionDefinition<E, S> inFormat(int number) {
        return new ProjectionDefinition<>(collection, family, type, id, fold, number, fields);
    }

    /** {@return the same, also to be filtered by a field, see {@link Field}} */
    public ProjectionDefinition<E, S> filteredBy(String name, Function<S, @Nullable Object> value) {
        return with(new Field<>(name, value, false));
    }

    /** {@return the same, also to be sorted and filtered by a field, see {@link Field}} */
    public ProjectionDefinition<E, S> sortedBy(String name, Function<S, @Nullable Object> value) {
        return with(new Field<>(name, value, true));
    }

    private ProjectionDefinition<E, S> with(Field<S> field) {
        List<Field<S>> more = new ArrayList<>(fields);
        more.add(field);
        return new ProjectionDefinition<>(collection, family, type, id, fold, format, more);
    }

    Optional<Field<S>> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What tells documents of this build from those of others: the format, and by what they are indexed. */
    String formatMark() {
        return format
                + fields.stream()
                        .map(field -> (field.sortable() ? "+" : ":") + field.name())
                        .sorted()
                        .reduce("", String::concat);
    }
}
