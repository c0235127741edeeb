package org.dialogue.quality.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * One thing that differs between two answers.
 *
 * @param answer service and path, such as {@code reporting /api/reports/coverage?limit=100}
 * @param field where, without places in lists, such as {@code items[].owed[].step}
 * @param kind what differs
 * @param words before and after, for people
 */
public record Difference(String answer, String field, Kind kind, String words) {

    /** What differs. */
    public enum Kind {
        /** There is more than before. */
        ADDED,
        /** Something is missing. */
        REMOVED,
        /** Another value. */
        CHANGED,
        /** The same things in another order. */
        REORDERED
    }

    /** What an item of a list is known by, the most telling first. */
    private static final List<List<String>> IDENTITIES = List.of(
            List.of("eventId"),
            List.of("questionId", "part"),
            List.of("question"),
            List.of("commitmentId"),
            List.of("assignmentId"),
            List.of("answerId"),
            List.of("personId"),
            List.of("unitId"),
            List.of("bodyId"),
            List.of("programmeId"),
            List.of("authorityId"),
            List.of("key"),
            List.of("id"),
            List.of("number"));

    /**
     * Compares field by field. Items of lists that have an id are compared with the item of that id.
     *
     * @param ignored names of fields that are not compared
     */
    public static List<Difference> between(String answer, JsonNode before, JsonNode after, Set<String> ignored) {
        var comparison = new Comparison(answer, ignored, new ArrayList<>());
        comparison.compare("", before, after);
        return comparison.found();
    }

    @Override
    public String toString() {
        return "%s | %s | %s | %s".formatted(answer, field, kind, words);
    }

    private record Comparison(String answer, Set<String> ignored, List<Difference> found) {

        void compare(String field, JsonNode before, JsonNode after) {
            if (before.isObject() && after.isObject()) {
                var names = new TreeSet<>(before.propertyNames());
                names.addAll(after.propertyNames());
                names.stream()
                        .filter(Predicate.not(ignored::contains))
                        .forEach(name ->
                                compareProperty(field.isEmpty() ? name : field + "." + name, name, before, after));
            } else if (before.isArray() && after.isArray()) {
                compareItems(field + "[]", items(before), items(after));
            } else if (before.isNumber() && after.isNumber()) {
                if (before.decimalValue().compareTo(after.decimalValue()) != 0) {
                    add(field, Kind.CHANGED, before + " -> " + after);
                }
            } else if (!before.equals(after)) {
                add(field, Kind.CHANGED, before + " -> " + after);
            }
        }

        private void compareProperty(String field, String name, JsonNode before, JsonNode after) {
            JsonNode old = before.path(name);
            JsonNode current = after.path(name);
            if (old.isMissingNode()) {
                add(field, Kind.ADDED, current.toString());
            } else if (current.isMissingNode()) {
                add(field, Kind.REMOVED, old.toString());
            } else {
                compare(field, old, current);
            }
        }

        private void compareItems(String field, Map<String, JsonNode> before, Map<String, JsonNode> after) {
            before.forEach((id, item) -> {
                if (after.containsKey(id)) {
                    compare(field, item, after.get(id));
                } else {
                    add(field, Kind.REMOVED, item.toString());
                }
            });
            after.forEach((id, item) -> {
                if (!before.containsKey(id)) {
                    add(field, Kind.ADDED, item.toString());
                }
            });
            List<String> former =
                    before.keySet().stream().filter(after::containsKey).toList();
            List<String> current =
                    after.keySet().stream().filter(before::containsKey).toList();
            if (!former.equals(current)) {
                add(field, Kind.REORDERED, former + " -> " + current);
            }
        }

        private static Map<String, JsonNode> items(JsonNode list) {
            var items = new LinkedHashMap<String, JsonNode>();
            for (JsonNode item : list) {
                String id = identity(item);
                for (int again = 2; items.containsKey(id); again++) {
                    id = identity(item) + "#" + again;
                }
                items.put(id, item);
            }
            return items;
        }

        private static String identity(JsonNode item) {
            if (!item.isObject()) {
                return item.toString();
            }
            return IDENTITIES.stream()
                    .filter(names -> item.has(names.get(0)))
                    .findFirst()
                    .map(names -> names.stream().map(item::path).toList().toString())
                    .orElse("");
        }

        private void add(String field, Kind kind, String words) {
            found.add(
                    new Difference(answer, field, kind, words.length() > 300 ? words.substring(0, 300) + "…" : words));
        }
    }
}
