package org.dialogue.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.embedded.QueryConditions.Bound;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * How a query is read: which parts of which indexes, and whether they come in the order that is asked for. All documents
 * that match are among those read; the matcher sees to the rest.
 *
 * @param parts read one after the other
 * @param reverse whether from the last to the first
 * @param ordered whether they come as the sort asks
 * @param repeats whether a document may come more than once
 * @param entries how many entries are in the parts, about
 */
record QueryPlan(List<Part> parts, boolean reverse, boolean ordered, boolean repeats, long entries) {

    /** Past so many combinations of values, an index serves only the fields before. */
    private static final int MOST_RANGES = 2_000;

    /**
     * The entries of an index from a key to before another.
     *
     * @param matchedArray the field for which the entries alone tell that a document matches, if an array stands there; null
     *     if the matcher has to look at each
     */
    record Part(
            StoreIndex index,
            String from,
            String to,
            @Nullable String matchedArray) {

        Part(StoreIndex index, String from, String to) {
            this(index, from, to, null);
        }

        private long entries() {
            MVMap<String, ?> map = index.map();
            return Math.max(0, rank(map, to) - rank(map, from));
        }

        private static long rank(MVMap<String, ?> map, String key) {
            long place = map.getKeyIndex(key);
            return place < 0 ? -place - 1 : place;
        }
    }

    /**
     * Chooses the plan that looks at the fewest documents.
     *
     * @param all the index in whose order all documents stand
     * @param needed how many documents will be taken, 0 for all
     */
    static QueryPlan of(
            Document query, @Nullable Document sort, long needed, StoreIndex all, List<? extends StoreIndex> indexes) {
        Map<String, Object> order = sort == null ? Map.of() : sort;
        QueryPlan everything = everything(all, order);
        if (order.containsKey("$natural")) {
            return everything;
        }
        QueryConditions conditions = new QueryConditions(query);
        List<QueryPlan> plans = new ArrayList<>();
        plans.add(everything);
        plans.addAll(plans(conditions, order, isOne(conditions, all) ? List.of(all) : indexes));
        long matching = plans.stream().mapToLong(QueryPlan::entries).min().orElse(0);
        return plans.stream()
                .min(Comparator.comparingDouble((QueryPlan plan) -> plan.cost(needed, matching))
                        .thenComparingLong(QueryPlan::entries))
                .orElse(everything);
    }

    /** Whether one document at the most is asked for, by its id. */
    private static boolean isOne(QueryConditions conditions, StoreIndex all) {
        return all.getKeys().size() == 1
                && conditions.all(all.getKeys().get(0).getKey(), QueryConditions.APART) instanceof Bound.Points ids
                && ids.texts().size() == 1;
    }

    private static QueryPlan everything(StoreIndex all, Map<String, Object> order) {
        return new QueryPlan(
                List.of(new Part(all, "", KeyEncoding.HIGHEST)),
                order.get("$natural") instanceof Number direction && direction.intValue() < 0,
                order.isEmpty() || order.containsKey("$natural"),
                false,
                all.map().sizeAsLong());
    }

    /** Documents to be looked at; those found by index cost a little more, and sorting too. */
    private double cost(long needed, long matching) {
        double looked = entries;
        if (ordered && needed > 0) {
            looked = Math.min(entries, (double) needed * entries / Math.max(1, matching));
        }
        return looked * (ordered ? 1 : 1.5);
    }

    private static List<QueryPlan> plans(
            QueryConditions conditions, Map<String, Object> order, List<? extends StoreIndex> indexes) {
        List<QueryPlan> plans = new ArrayList<>();
        for (StoreIndex index : indexes) {
            for (int group = 0; group < conditions.groups(); group++) {
                QueryPlan plan = new Choice(index, conditions, group, order).plan();
                if (plan != null) {
                    plans.add(plan);
                }
            }
        }
        for (List<Document> alternatives : conditions.alternatives()) {
            QueryPlan union = union(alternatives, order, indexes);
            if (union != null) {
                plans.add(union);
            }
        }
        return plans;
    }

    private static @Nullable QueryPlan union(
            List<Document> alternatives, Map<String, Object> order, List<? extends StoreIndex> indexes) {
        List<QueryPlan> each = alternatives.stream()
                .map(alternative -> plans(new QueryConditions(alternative), Map.of(), indexes).stream()
                        .min(Comparator.comparingLong(QueryPlan::entries))
                        .orElse(null))
                .toList();
        if (each.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        return new QueryPlan(
                // What settles an alternative is not all that the query asks.
                each.stream()
                        .flatMap(plan -> plan.parts().stream())
                        .map(part -> new Part(part.index(), part.from(), part.to()))
                        .toList(),
                false,
                order.isEmpty(),
                true,
                each.stream().mapToLong(QueryPlan::entries).sum());
    }

    /** What one index can do for a query. */
    private static final class Choice {

        private final StoreIndex index;
        private final QueryConditions conditions;
        private final int group;
        private final List<Map.Entry<String, Object>> order;
        private final List<IndexKey> fields;

        /** The texts of the first fields, where they are known. */
        private List<String> prefixes = List.of("");

        /** How many fields the prefixes are of. */
        private int known;

        private boolean multikeyUsed;

        /** How many fields the parts are bounded by. */
        private int bounding;

        Choice(StoreIndex index, QueryConditions conditions, int group, Map<String, Object> order) {
            this.index = index;
            this.conditions = conditions;
            this.group = group;
            this.order = List.copyOf(order.entrySet());
            this.fields = index.getKeys();
        }

        @Nullable
        QueryPlan plan() {
            List<Part> parts = parts();
            boolean irregular = index.hasIrregular();
            Boolean reverse = irregular ? null : direction();
            boolean ordered = order.isEmpty() || reverse != null;
            boolean bounded =
                    known > 0 || parts.size() != 1 || !parts.get(0).from().equals(KeyEncoding.LOWEST);
            if (!bounded && (reverse == null || order.isEmpty() || index.leavesOutMissing())) {
                return null;
            }
            if (bounded && index.leavesOutMissing() && mayBeMissing()) {
                return null;
            }
            List<Part> all = irregular
                    ? Stream.concat(
                                    Stream.of(new Part(index, StoreIndex.IRREGULAR, KeyEncoding.LOWEST)),
                                    parts.stream())
                            .toList()
                    : parts;
            return new QueryPlan(
                    all,
                    reverse != null && reverse,
                    ordered,
                    irregular || hasMultikey(),
                    all.stream().mapToLong(Part::entries).sum());
        }

        private boolean hasMultikey() {
            for (int field = 0; field < fields.size(); field++) {
                if (index.isMultikey(field)) {
                    return true;
                }
            }
            return false;
        }

        private boolean mayBeMissing() {
            multikeyUsed = false;
            String missing = KeyEncoding.encode(null).text();
            return bound(0) instanceof Bound.Points points && points.texts().contains(missing);
        }

        private List<Part> parts() {
            for (; known < fields.size(); known++) {
                Bound bound = bound(known);
                if (!(bound instanceof Bound.Points points)
                        || (long) prefixes.size() * points.texts().size() > MOST_RANGES) {
                    bounding = known + (bound instanceof Bound.Span ? 1 : 0);
                    return bound instanceof Bound.Span span
                            ? within(span, fields.get(known).isAscending())
                            : within();
                }
                boolean ascending = fields.get(known).isAscending();
                prefixes = prefixes.stream()
                        .flatMap(prefix -> points.texts().stream()
                                .map(text -> prefix + (ascending ? text : KeyEncoding.reversed(text))))
                        .toList();
            }
            bounding = known;
            return within();
        }

        /** The field of an array whose elements' entries, within the bounds, tell all that is asked. */
        private @Nullable String matchedArray() {
            QueryConditions.Element element = conditions.onlyElement();
            if (element == null || group != element.group()) {
                return null;
            }
            Set<String> bounded =
                    fields.subList(0, bounding).stream().map(IndexKey::getKey).collect(Collectors.toSet());
            return bounded.containsAll(element.paths()) ? element.array() : null;
        }

        private @Nullable Bound bound(int field) {
            String path = fields.get(field).getKey();
            if (!index.isMultikey(field)) {
                Bound apart = conditions.all(path, QueryConditions.APART);
                return apart != null ? apart : conditions.all(path, group);
            }
            if (group != QueryConditions.APART) {
                return conditions.all(path, group);
            }
            // Two conditions may be met by two elements, which have two entries.
            Bound any = multikeyUsed ? null : conditions.any(path);
            multikeyUsed |= any != null;
            return any;
        }

        private List<Part> within() {
            if (known == 0) {
                return List.of(part(KeyEncoding.LOWEST, KeyEncoding.HIGHEST));
            }
            return prefixes.stream()
                    .sorted()
                    .map(prefix -> part(prefix, prefix + KeyEncoding.HIGHEST))
                    .toList();
        }

        private List<Part> within(Bound.Span span, boolean ascending) {
            String low = span.from() == null ? null : key(span.from(), ascending, span.fromIncluded() == ascending);
            String high = span.to() == null ? null : key(span.to(), ascending, span.toIncluded() != ascending);
            char type = ascending ? span.type() : (char) ~span.type();
            String from = Objects.requireNonNullElse(ascending ? low : high, String.valueOf(type));
            String to = Objects.requireNonNullElse(ascending ? high : low, String.valueOf((char) (type + 1)));
            return prefixes.stream()
                    .sorted()
                    .map(prefix -> part(prefix + from, prefix + to))
                    .toList();
        }

        /** The key before all entries with a value, or that after them. */
        private static String key(String value, boolean ascending, boolean before) {
            String text = ascending ? value : KeyEncoding.reversed(value);
            return before ? text : text + KeyEncoding.HIGHEST;
        }

        private Part part(String from, String to) {
            return new Part(index, from, to, matchedArray());
        }

        /** Whether the parts come reversed if they are to be in the order asked for; null if they never are. */
        private @Nullable Boolean direction() {
            boolean single = prefixes.size() == 1;
            Boolean reverse = null;
            int field = 0;
            for (Map.Entry<String, Object> wanted : order) {
                while (single && field < known && !fields.get(field).getKey().equals(wanted.getKey())) {
                    field++;
                }
                if (field == fields.size()
                        || !fields.get(field).getKey().equals(wanted.getKey())
                        || index.isMultikey(field)
                        || !(wanted.getValue() instanceof Number direction)) {
                    return null;
                }
                boolean fixed = single && field < known;
                boolean backwards =
                        direction.intValue() > 0 != fields.get(field).isAscending();
                if (!fixed && reverse != null && reverse != backwards) {
                    return null;
                }
                reverse = fixed ? reverse : Boolean.valueOf(backwards);
                field++;
            }
            return reverse != null && reverse;
        }
    }
}
