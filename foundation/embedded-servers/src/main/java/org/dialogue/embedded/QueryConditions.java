package org.dialogue.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dialogue.embedded.KeyEncoding.Encoded;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of its fields, as far as an index can serve it: each matching document meets all of it, and possibly
 * more. Conditions that all hold for one and the same element of an array stand in one group.
 */
final class QueryConditions {

    /** The group of conditions that may each be met by another element. */
    static final int APART = 0;

    private final List<Map<String, List<Bound>>> groups = new ArrayList<>();

    /** Each alternative of an {@code $or} at the top. */
    private final List<List<Document>> alternatives = new ArrayList<>();

    private final @Nullable Element onlyElement;

    QueryConditions(Document query) {
        groups.add(new HashMap<>());
        addAll(query);
        onlyElement = onlyElement(query);
    }

    /**
     * A query that asks for nothing but an element of an array with these fields, in terms of which an index's entry says
     * exactly what the matcher would: texts that are equal, and whole numbers between two others.
     *
     * @param array the array's field
     * @param group the group of its conditions
     * @param paths the fields from the document on
     */
    record Element(String array, int group, Set<String> paths) {}

    /** Null unless the query is of that kind. */
    @Nullable
    Element onlyElement() {
        return onlyElement;
    }

    private @Nullable Element onlyElement(Document query) {
        if (query.size() != 1 || groups.size() != 2) {
            return null;
        }
        String array = query.keySet().iterator().next();
        if (!isPlain(array)
                || !(query.get(array) instanceof Document condition)
                || condition.size() != 1
                || !(condition.get("$elemMatch") instanceof Document element)
                || element.isEmpty()) {
            return null;
        }
        for (Map.Entry<String, Object> field : element.entrySet()) {
            if (!isPlain(field.getKey())
                    || !(field.getValue() instanceof String || isBetweenWholeNumbers(field.getValue()))) {
                return null;
            }
        }
        Set<String> paths = new HashSet<>();
        element.keySet().forEach(name -> paths.add(array + "." + name));
        return new Element(array, APART + 1, paths);
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.startsWith("$")
                && name.indexOf('.') < 0
                && !name.chars().allMatch(Character::isDigit);
    }

    private static boolean isBetweenWholeNumbers(Object value) {
        return value instanceof Document range
                && range.size() == 2
                && (range.containsKey("$gt") || range.containsKey("$gte"))
                && (range.containsKey("$lt") || range.containsKey("$lte"))
                && range.values().stream().allMatch(bound -> bound instanceof Long || bound instanceof Integer);
    }

    /** The values that a field may have. */
    sealed interface Bound {

        /** One of these. */
        record Points(Set<String> texts) implements Bound {

            /** The matcher finds more for a document where an array is. */
            boolean servesArrays() {
                return texts.stream().noneMatch(KeyEncoding::isDocument);
            }
        }

        /** One of a type between two values, null where the type ends. */
        record Span(
                char type,
                @Nullable String from,
                boolean fromIncluded,
                @Nullable String to,
                boolean toIncluded) implements Bound {

            static Span of(char type) {
                return new Span(type, null, true, null, true);
            }

            static Span from(Encoded value, boolean included) {
                return new Span(value.type(), value.text(), included, null, true);
            }

            static Span to(Encoded value, boolean included) {
                return new Span(value.type(), null, true, value.text(), included);
            }

            private Span and(Span other) {
                Span low = from == null || other.from != null && isStricterFrom(other, from) ? other : this;
                Span high = to == null || other.to != null && isStricterTo(other, to) ? other : this;
                return new Span(type, low.from, low.fromIncluded, high.to, high.toIncluded);
            }

            private static boolean isStricterFrom(Span other, String from) {
                int compared = String.valueOf(other.from).compareTo(from);
                return compared > 0 || compared == 0 && !other.fromIncluded;
            }

            private static boolean isStricterTo(Span other, String to) {
                int compared = String.valueOf(other.to).compareTo(to);
                return compared < 0 || compared == 0 && !other.toIncluded;
            }

            /** From the lower of the beginnings to the higher of the ends. */
            private Span hull(Span other) {
                String lowest =
                        from == null || other.from == null ? null : from.compareTo(other.from) < 0 ? from : other.from;
                String highest = to == null || other.to == null ? null : to.compareTo(other.to) > 0 ? to : other.to;
                return new Span(type, lowest, true, highest, true);
            }
        }
    }

    int groups() {
        return groups.size();
    }

    List<List<Document>> alternatives() {
        return alternatives;
    }

    boolean isEmpty() {
        return alternatives.isEmpty() && groups.stream().allMatch(Map::isEmpty);
    }

    /** What one value has to meet that meets all conditions of the group, null if anything will do. */
    @Nullable
    Bound all(String path, int group) {
        Bound narrowest = null;
        for (Bound bound : bounds(path, group)) {
            if (bound instanceof Bound.Points) {
                return bound;
            }
            narrowest = narrowest instanceof Bound.Span known
                            && bound instanceof Bound.Span more
                            && known.type() == more.type()
                    ? known.and(more)
                    : narrowest == null ? bound : narrowest;
        }
        return narrowest;
    }

    /** What some value has to meet, the best single condition of those that may each be met by another element. */
    @Nullable
    Bound any(String path) {
        Bound best = null;
        for (Bound bound : bounds(path, APART)) {
            if (bound instanceof Bound.Points points) {
                if (points.servesArrays()) {
                    return bound;
                }
            } else if (best == null) {
                best = bound;
            }
        }
        return best;
    }

    private List<Bound> bounds(String path, int group) {
        return groups.get(group).getOrDefault(path, List.of());
    }

    private void addAll(Document query) {
        query.forEach((path, operand) -> {
            if (path.equals("$and") && operand instanceof Collection<?> parts) {
                documents(parts).forEach(this::addAll);
            } else if (path.equals("$or") && operand instanceof Collection<?> parts) {
                addAlternatives(documents(parts));
            } else if (!path.startsWith("$")) {
                add(path, operand, APART);
            }
        });
    }

    private static List<Document> documents(Collection<?> parts) {
        return parts.stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
    }

    /** What every alternative bounds is bounded, whichever holds. */
    private void addAlternatives(List<Document> parts) {
        alternatives.add(parts);
        List<QueryConditions> each = parts.stream().map(QueryConditions::new).toList();
        if (each.isEmpty()) {
            return;
        }
        Set<String> paths = new HashSet<>(each.get(0).groups.get(APART).keySet());
        each.forEach(one -> paths.retainAll(one.groups.get(APART).keySet()));
        for (String path : paths) {
            Bound hull = each.get(0).any(path);
            for (QueryConditions other : each.subList(1, each.size())) {
                hull = hull(hull, other.any(path));
            }
            if (hull != null) {
                groups.get(APART)
                        .computeIfAbsent(path, any -> new ArrayList<>())
                        .add(hull);
            }
        }
    }

    /** Null if nothing is known that holds for both. */
    private static @Nullable Bound hull(@Nullable Bound one, @Nullable Bound other) {
        if (one instanceof Bound.Points points && other instanceof Bound.Points more) {
            Set<String> both = new TreeSet<>(points.texts());
            both.addAll(more.texts());
            return new Bound.Points(both);
        }
        Bound.Span first = span(one);
        Bound.Span second = span(other);
        return first == null || second == null || first.type() != second.type() ? null : first.hull(second);
    }

    private static Bound.@Nullable Span span(@Nullable Bound bound) {
        if (bound instanceof Bound.Points points) {
            TreeSet<String> texts = new TreeSet<>(points.texts());
            if (texts.isEmpty() || texts.first().charAt(0) != texts.last().charAt(0)) {
                return null;
            }
            return new Bound.Span(texts.first().charAt(0), texts.first(), true, texts.last(), true);
        }
        return (Bound.Span) bound;
    }

    private void add(String path, @Nullable Object operand, int group) {
        if (operand instanceof Document document && document.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            document.forEach((operator, value) -> addOperator(path, operator, value, group));
        } else if (!(operand instanceof Document document) || isWhole(document)) {
            addPoints(path, List.of(KeyEncoding.encode(operand)), group);
        }
    }

    /** To the matcher, a document of which nothing is known to be there equals things that are no documents. */
    private static boolean isWhole(Document document) {
        return document.values().stream().anyMatch(value -> value != null && !(value instanceof Document));
    }

    private void addOperator(String path, String operator, @Nullable Object value, int group) {
        switch (operator) {
            case "$eq" -> addPoints(path, List.of(KeyEncoding.encode(value)), group);
            case "$in" -> {
                if (value instanceof Collection<?> values) {
                    addPoints(path, values.stream().map(KeyEncoding::encode).toList(), group);
                }
            }
            case "$gt", "$gte" -> addSpan(path, value, group, bound -> Bound.Span.from(bound, operator.equals("$gte")));
            case "$lt", "$lte" -> addSpan(path, value, group, bound -> Bound.Span.to(bound, operator.equals("$lte")));
            case "$elemMatch" -> {
                if (value instanceof Document element && group == APART) {
                    groups.add(new HashMap<>());
                    addElement(path, element, groups.size() - 1);
                }
            }
            default -> {
                // The matcher alone serves it.
            }
        }
    }

    private void addElement(String path, Document element, int group) {
        element.forEach((key, value) -> {
            if (key.startsWith("$")) {
                addOperator(path, key, value, group);
            } else {
                add(path + "." + key, value, group);
            }
        });
    }

    private void addPoints(String path, List<Encoded> values, int group) {
        if (values.stream().allMatch(Encoded::regular)) {
            Set<String> texts = new TreeSet<>();
            values.forEach(value -> texts.add(value.text()));
            put(path, new Bound.Points(texts), group);
        }
    }

    private void addSpan(
            String path, @Nullable Object value, int group, java.util.function.Function<Encoded, Bound.Span> span) {
        Encoded bound = KeyEncoding.encode(value);
        if (bound.regular() && !bound.isNull()) {
            put(path, span.apply(bound), group);
        }
    }

    private void put(String path, Bound bound, int group) {
        groups.get(group).computeIfAbsent(path, any -> new ArrayList<>()).add(bound);
    }
}
