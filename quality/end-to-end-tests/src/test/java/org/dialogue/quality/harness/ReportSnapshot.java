package org.dialogue.quality.harness;

import static java.util.stream.Collectors.toMap;

import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * All that the reports say about one programme, field by field, as their public interface says it.
 *
 * <p>Two loads of the same programme differ in when and where things were recorded, and in the order of what happened in
 * different services at the same time. {@link #comparable()} leaves these out, and nothing else.
 *
 * @param reports the pages that were answered, by path
 */
public record ReportSnapshot(Map<String, List<JsonNode>> reports) {

    /** What tells of one recording or one reading, rather than of what happened. Names are salted anew in each load. */
    private static final Set<String> OF_THE_RECORDING =
            Set.of("reflects", "next", "position", "recordedAt", "eventId", "ageDays", "days", "nameDigest");

    private static final Instant START_OF_TESTS =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    /**
     * Reads all reports about a programme.
     *
     * @param rest somebody who may read everything
     * @param programme the programme's id
     */
    public static ReportSnapshot take(Rest rest, String programme) {
        var reports = new TreeMap<String, List<JsonNode>>();
        Stream.of("open-commitments?", "coverage?", "counts?by=BODY&", "counts?by=UNIT&", "counts?by=TOPIC&")
                .map(path -> "/api/reports/" + path + "programme=" + programme)
                .forEach(path -> reports.put(path, pages(rest, path)));
        reports.values().stream()
                .flatMap(List::stream)
                .flatMap(page -> page.findValuesAsString("questionId").stream())
                .distinct()
                .map(question -> "/api/reports/questions/" + question + "/timeline")
                .toList()
                .forEach(path -> reports.put(path, pages(rest, path)));
        return new ReportSnapshot(reports);
    }

    private static List<JsonNode> pages(Rest rest, String path) {
        var pages = new ArrayList<JsonNode>();
        JsonNode page = rest.get(path).succeeded().body();
        pages.add(page);
        while (page.hasNonNull("next")) {
            String cursor = URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
            page = rest.get(path + "&cursor=" + cursor).succeeded().body();
            pages.add(page);
        }
        return pages;
    }

    /** {@return the days on which the reports were asked, as they say themselves} */
    public List<String> days() {
        return reports.values().stream()
                .flatMap(List::stream)
                .flatMap(page -> page.findValuesAsString("today").stream())
                .distinct()
                .toList();
    }

    /** {@return the same without what differs from one load of the same programme to the next} */
    public Map<String, Object> comparable() {
        return reports.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        report -> inAnyOrder(report.getValue().stream()),
                        (a, b) -> b,
                        TreeMap::new));
    }

    private static Object comparable(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, Object>();
            node.properties().stream()
                    .filter(field -> !OF_THE_RECORDING.contains(field.getKey()))
                    .forEach(field -> fields.put(field.getKey(), comparable(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return inAnyOrder(node.valueStream());
        }
        return node.isString() && isOfThisRun(node.asString()) ? "a time of this run" : node.toString();
    }

    private static List<Object> inAnyOrder(Stream<JsonNode> nodes) {
        List<Object> values =
                new ArrayList<>(nodes.map(ReportSnapshot::comparable).toList());
        values.sort(Comparator.comparing(Object::toString));
        return Collections.unmodifiableList(values);
    }

    private static boolean isOfThisRun(String text) {
        try {
            return !Instant.parse(text).isBefore(START_OF_TESTS);
        } catch (DateTimeParseException e) {
            return false; // it is no time at all
        }
    }
}
