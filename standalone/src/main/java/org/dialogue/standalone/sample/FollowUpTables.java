package org.dialogue.standalone.sample;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dialogue.standalone.sample.TextTable.Column;
import tools.jackson.databind.JsonNode;

/** Lays two reports out as tables, 100 columns wide. */
final class FollowUpTables {

    /** Beyond so many zeros a number is written with an exponent: a billion of them would fill the memory. */
    private static final int MOST_ZEROS = 20;

    /** The host's calendar, by which the reports count days. */
    private static final ZoneId HOST = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JsonNode commitments;
    private final JsonNode parts;

    /** Takes the reports on open commitments and on coverage, with all items. */
    FollowUpTables(JsonNode commitments, JsonNode parts) {
        this.commitments = commitments;
        this.parts = parts;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(commitmentsHeading());
        lines.add("");
        lines.addAll(commitmentTable().lines());
        lines.add("");
        lines.add(gapsHeading());
        lines.add("");
        lines.addAll(gapTable().lines());
        lines.add("");
        lines.add(reflects());
        return lines;
    }

    private String commitmentsHeading() {
        JsonNode totals = commitments.path("totals");
        return "OPEN COMMITMENTS: %d, of these waiting for a higher authority %d, late %d, without a date %d"
                .formatted(
                        totals.path("commitments").asLong(0),
                        totals.path("byState").path("WAITING").asLong(0),
                        totals.path("late").asLong(0),
                        totals.path("noDateSet").asLong(0));
    }

    private TextTable commitmentTable() {
        TextTable table = new TextTable(
                new Column("No.", 8),
                new Column("What was promised", 46),
                new Column("Who bears it", 24),
                new Column("Due", 16));
        commitments
                .path("items")
                .forEach(item -> table.row(
                        text(item, "commitmentId"), promise(item), bearers(item), due(item) + "\n" + state(item)));
        return table;
    }

    private static String promise(JsonNode item) {
        StringBuilder promise = new StringBuilder(text(item, "text"));
        JsonNode measure = item.path("measure");
        if (measure.isObject()) {
            promise.append("\n%s -> %s %s, now %s"
                    .formatted(
                            number(measure, "baseline"),
                            number(measure, "target"),
                            text(measure, "unit"),
                            number(measure, "current")));
        }
        for (JsonNode milestone : item.path("milestones")) {
            String mark = milestone.path("reachedAt").isString() ? "[x] " : "[ ] ";
            promise.append("\n").append(mark).append(text(milestone, "text"));
        }
        return promise.toString();
    }

    private static String bearers(JsonNode item) {
        String bodies =
                item.path("bodies").valueStream().map(FollowUpTables::named).collect(Collectors.joining(";\n"));
        JsonNode assignedBy = item.path("assignedBy");
        return assignedBy.isObject() ? bodies + "\n(assigned by " + named(assignedBy) + ")" : bodies;
    }

    private static String state(JsonNode item) {
        JsonNode awaiting = item.path("awaiting");
        if (awaiting.isObject()) {
            return "waits for " + named(awaiting);
        }
        return item.path("late").asBoolean(false) ? "LATE" : lower(text(item, "state"));
    }

    private static String due(JsonNode holder) {
        JsonNode due = holder.path("due");
        return due.path("date").isString() ? text(due, "date") : "no date set";
    }

    private String gapsHeading() {
        long open = owed().size();
        return "NOT ANSWERED: %d of the %d parts of %d questions"
                .formatted(
                        open,
                        parts.path("totals").path("parts").asLong(0),
                        parts.path("totals").path("questions").asLong(0));
    }

    private TextTable gapTable() {
        TextTable table = new TextTable(
                new Column("Question", 8),
                new Column("What was asked", 46),
                new Column("From", 12),
                new Column("Who owes what, since when", 28));
        for (JsonNode item : owed()) {
            String debts =
                    item.path("owed").valueStream().map(FollowUpTables::debt).collect(Collectors.joining("\n"));
            table.row(
                    text(item, "questionId"),
                    "Part %d: %s".formatted(item.path("part").asInt(0), text(item, "text")),
                    named(item.path("unit")),
                    debts);
        }
        return table;
    }

    private List<JsonNode> owed() {
        return parts.path("items")
                .valueStream()
                .filter(item -> "OWED".equals(text(item, "state")))
                .toList();
    }

    private static String debt(JsonNode owed) {
        String who = owed.path("body").isObject() ? named(owed.path("body")) : "Secretariat";
        return "%s: %s\nsince %s (%d days)"
                .formatted(
                        who,
                        step(text(owed, "step")),
                        day(text(owed, "since")),
                        owed.path("days").asLong(0));
    }

    /** The day of a moment; the moment itself where it is so far out of time that no calendar has a day for it. */
    private static String day(String moment) {
        try {
            return LocalDate.ofInstant(Instant.parse(moment), HOST).toString();
        } catch (DateTimeException beyondCalendars) {
            return moment;
        }
    }

    private static String step(String step) {
        return switch (step) {
            case "TRIAGE" -> "to assign it to a body";
            case "REASSIGN" -> "to assign it anew";
            case "ACCEPT" -> "to take it on";
            case "ANSWER" -> "to answer";
            case "ANSWER_AGAIN" -> "to answer again";
            default -> lower(step);
        };
    }

    private String reflects() {
        JsonNode reflects = parts.path("reflects");
        return "As of position %d of the reports' ledger, recorded %s."
                .formatted(reflects.path("position").asLong(0), text(reflects, "recordedAt"));
    }

    private static String named(JsonNode named) {
        return named.path("name").path("en").stringValue(text(named, "id"));
    }

    private static String number(JsonNode holder, String field) {
        BigDecimal number = holder.path(field).decimalValue().stripTrailingZeros();
        return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }

    private static String text(JsonNode holder, String field) {
        return holder.path(field).stringValue("");
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
