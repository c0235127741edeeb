package org.dialogue.quality;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.quality.harness.Crowd;
import org.dialogue.quality.harness.Reply;
import org.dialogue.quality.harness.Rest;
import org.dialogue.quality.harness.Suite;
import tools.jackson.databind.JsonNode;

/**
 * People who do, at random, whatever the two services let them do. Each command is drawn by the operation's name in the
 * OpenAPI documents: {@code POST /api/questions}. What is tried least so far is tried first, on things whose state makes it
 * likely to be accepted, though not always: refusals belong to use.
 */
final class RandomUse {

    private static final int LOOKS = 12;

    /** On average. */
    private static final int ACTS_ON_ONE_LOOK = 6;

    /** What others build on is done more often than the rest, this many times as often. */
    private static final Map<String, Integer> FOUNDATIONS = Map.of(
            "POST /api/questions", 4,
            "POST /api/questions/{id}/assignments", 4,
            "POST /api/assignments/{id}/acceptance", 4,
            "POST /api/assignments/{id}/clearance", 3,
            "POST /api/assignments/{id}/publication", 3,
            "POST /api/questions/{id}/conclusion", 2,
            "POST /api/commitments", 2,
            "POST /api/commitments/{id}/completion", 2);

    private final Suite suite;
    private final Crowd crowd;
    private final Random random;
    private final String clause = "Điều này được ghi lại. ";
    private final Map<String, Supplier<Optional<Attempt>>> acts = new LinkedHashMap<>();
    private final Map<String, Integer> accepted = new LinkedHashMap<>();
    private final Map<String, Integer> tried = new LinkedHashMap<>();
    private final List<String> programmes = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> assignments = new ArrayList<>();
    private final List<String> commitments = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final Map<String, Reply> seen = new HashMap<>();
    private final Map<String, JsonNode> remembered = new HashMap<>();
    private int counter;

    /** One request: who sends what where. */
    record Attempt(Rest who, String method, String path, String json, Runnable afterwards) {}

    RandomUse(Suite suite, Crowd crowd, Random random) {
        this.suite = suite;
        this.crowd = crowd;
        this.random = random;
        directory();
        programmes();
        questions();
        assignments();
        commitments();
        acts.keySet().forEach(act -> {
            accepted.put(act, 0);
            tried.put(act, 0);
        });
    }

    /** {@return the commands that are drawn, as method and path of the OpenAPI documents} */
    Map<String, Integer> accepted() {
        return accepted;
    }

    List<String> questionIds() {
        return questions;
    }

    /** One command, drawn at random among those that succeeded least. Empty if nothing lends itself to it now. */
    Optional<Reply> act() {
        if (random.nextInt(ACTS_ON_ONE_LOOK) == 0) {
            seen.clear();
        }
        List<String> leastFirst = new ArrayList<>(acts.keySet());
        Collections.shuffle(leastFirst, random);
        if (random.nextInt(3) > 0) {
            leastFirst.sort(Comparator.comparingInt(this::turn));
        }
        for (String act : leastFirst) {
            Optional<Attempt> attempt = acts.get(act).get();
            if (attempt.isPresent()) {
                return Optional.of(perform(act, attempt.get()));
            }
            tried.merge(act, 1, Integer::sum);
        }
        return Optional.empty();
    }

    /** The least is next: what was seldom accepted, and of that what was seldom tried. */
    private int turn(String act) {
        int done = accepted.get(act) / FOUNDATIONS.getOrDefault(act, 1);
        return done * 4 + Math.min(tried.get(act), done * 4 + 12);
    }

    private Reply perform(String act, Attempt attempt) {
        tried.merge(act, 1, Integer::sum);
        seen.keySet().removeIf(attempt.path()::startsWith);
        Reply reply = send(attempt);
        if (reply.status() < 300) {
            accepted.merge(act, 1, Integer::sum);
            attempt.afterwards().run();
        }
        return reply;
    }

    static Reply send(Attempt attempt) {
        return switch (attempt.method()) {
            case "POST" -> attempt.who().post(attempt.path(), attempt.json());
            case "PUT" -> attempt.who().put(attempt.path(), attempt.json());
            default -> attempt.who().delete(attempt.path());
        };
    }

    // --- directory and people

    private void directory() {
        on("POST /api/units", () -> {
            String id = fresh("unit");
            return clerk("/api/units", """
                    {"unitId": "%1$s", "name": {"vi": "Xã %1$s", "en": "%1$s"}, "kind": "COMMUNE", "parent": "province"}""".formatted(id), () -> units.add(id));
        });
        on(
                "POST /api/units/{id}/name",
                () -> any(units)
                        .flatMap(id -> clerk("/api/units/" + id + "/name", """
                {"name": {"vi": "%1$s", "en": "%1$s"}, "reason": "%2$s"}""".formatted(fresh("Xã"), words()))));
        on("POST /api/authorities", () -> clerk("/api/authorities", """
                {"authorityId": "%1$s", "name": {"vi": "%1$s", "en": "%1$s"}}""".formatted(fresh("authority"))));
        on("POST /api/bodies", () -> {
            String id = fresh("body");
            return clerk("/api/bodies", """
                    {"bodyId": "%1$s", "name": {"vi": "Sở %1$s", "en": "%1$s"}, "kind": "DEPARTMENT"}""".formatted(id), () -> bodies.add(id));
        });
        on(
                "POST /api/bodies/{id}/name",
                () -> any(bodies)
                        .flatMap(id -> clerk("/api/bodies/" + id + "/name", """
                {"name": {"vi": "%1$s", "en": "%1$s"}, "aliases": [], "reason": "%2$s"}""".formatted(fresh("Sở"), words()))));
        on(
                "POST /api/bodies/{id}/head",
                () -> any(bodies)
                        .flatMap(id -> any(people)
                                .flatMap(person -> clerk(
                                        "/api/bodies/" + id + "/head", "{\"person\": \"%s\"}".formatted(person)))));
        on("POST /api/people", () -> {
            String id = fresh("person");
            return clerk("/api/people", """
                    {"personId": "%1$s", "name": "Nguyễn Văn %1$s", "office": "Chairman", "unit": "%2$s"}""".formatted(id, pick(Crowd.COMMUNES)), () -> people.add(id));
        });
        on(
                "POST /api/people/{id}/office",
                () -> any(people)
                        .flatMap(id -> clerk("/api/people/" + id + "/office", """
                {"office": "%s", "unit": "%s"}""".formatted(
                                        fresh("Secretary"), pick(Crowd.COMMUNES)))));
        on(
                "POST /api/people/{id}/name-erasure",
                () -> any(people)
                        .flatMap(
                                id -> clerk("/api/people/" + id + "/name-erasure", reason(), () -> people.remove(id))));
    }

    // --- programmes

    private void programmes() {
        on("POST /api/programmes", () -> {
            String id = fresh("programme");
            return clerk("/api/programmes", """
                    {"programmeId": "%1$s", "year": 2024, "host": "%2$s", "title": {"vi": "%1$s", "en": "%1$s"}}""".formatted(id, Crowd.HOST), () -> programmes.add(id));
        });
        onProgramme(
                "POST /api/programmes/{id}/delegates",
                stage("ANNOUNCED", "OPEN"),
                id -> clerk(id + "/delegates", "{\"person\": \"%s\"}".formatted(Crowd.personOf(pick(Crowd.COMMUNES)))));
        onProgramme("POST /api/programmes/{id}/opening", stage("ANNOUNCED"), id -> clerk(id + "/opening", "{}"));
        onProgramme(
                "POST /api/programmes/{id}/figures",
                stage("OPEN"),
                id -> clerk(id + "/figures", """
                {"figures": [{"label": {"vi": "%1$s", "en": "%1$s"}, "value": 127, "unit": "people", "approximate": false}]}""".formatted(fresh("Figure"))));
        onProgramme("POST /api/programmes/{id}/session", stage("OPEN"), id -> clerk(id + "/session", """
                {"heldOn": "2024-11-20", "place": "Vinh"}"""));
        onProgramme(
                "POST /api/programmes/{id}/conclusion",
                stage("SESSION_HELD"),
                id -> chair(id + "/conclusion", "{\"summary\": \"%s\"}".formatted(words())));
        onProgramme("POST /api/programmes/{id}/archive", stage("CONCLUDED"), id -> clerk(id + "/archive", "{}"));
    }

    private void onProgramme(String act, Predicate<JsonNode> likely, Function<String, Optional<Attempt>> attempt) {
        on(
                act,
                () -> look(programmes, "/api/programmes/", dialogues(), likely)
                        .flatMap(found -> attempt.apply(
                                "/api/programmes/" + found.path("programmeId").asString())));
    }

    private static Predicate<JsonNode> stage(String... stages) {
        return programme -> List.of(stages).contains(programme.path("stage").asString());
    }

    // --- questions

    private void questions() {
        on("POST /api/questions", this::raise);
        onQuestion(
                "POST /api/questions/{id}/correction",
                q -> true,
                q -> clerk(q + "/correction", """
                {"text": "%s", "parts": [{"number": 1, "text": "%s"}], "reason": "%s"}""".formatted(words(), words(), words())));
        onQuestion(
                "POST /api/questions/{id}/visibility",
                q -> true,
                q -> clerk(q + "/visibility", """
                {"visibility": {"kind": "%s"}, "reason": "%s"}""".formatted(pick(List.of("PUBLIC", "INTERNAL")), words())));
        on(
                "POST /api/questions/{id}/group",
                () -> look(questions, "/api/questions/", dialogues(), is("RAISED"))
                        .flatMap(q -> look(questions, "/api/questions/", dialogues(), lead -> mayLead(lead, q))
                                .flatMap(lead -> clerk(
                                        pathOf(q) + "/group",
                                        "{\"lead\": \"%s\"}"
                                                .formatted(
                                                        lead.path("questionId").asString())))));
        on(
                "DELETE /api/questions/{id}/group",
                () -> look(questions, "/api/questions/", dialogues(), question -> question.hasNonNull("lead"))
                        .map(q -> new Attempt(
                                crowd.secretariat(suite.dialogues()), "DELETE", pathOf(q) + "/group", "", () -> {})));
        on(
                "POST /api/questions/{id}/assignments",
                () -> look(questions, "/api/questions/", dialogues(), is("RAISED", "ASSIGNED"))
                        .flatMap(this::assign));
        on(
                "POST /api/questions/{id}/assignments/{assignmentId}/transfer",
                () -> look(questions, "/api/questions/", dialogues(), RandomUse::hasTransferable)
                        .flatMap(this::transfer));
        on(
                "POST /api/questions/{id}/conclusion",
                () -> look(
                                questions,
                                "/api/questions/",
                                dialogues(),
                                q -> !partsToConclude(q).isEmpty() && !isWithdrawn(q))
                        .flatMap(q -> chair(pathOf(q) + "/conclusion", conclusions(some(partsToConclude(q)), ""))));
        on(
                "POST /api/questions/{id}/conclusion/correction",
                () -> look(
                                questions,
                                "/api/questions/",
                                dialogues(),
                                q -> !concludedParts(q).isEmpty())
                        .flatMap(q -> chair(
                                pathOf(q) + "/conclusion/correction",
                                conclusions(some(concludedParts(q)), ", \"reason\": \"" + words() + "\""))));
        on(
                "POST /api/questions/{id}/reopening",
                () -> look(
                                questions,
                                "/api/questions/",
                                dialogues(),
                                q -> !answeredParts(q).isEmpty() && !isWithdrawn(q))
                        .flatMap(q -> clerk(pathOf(q) + "/reopening", """
                        {"parts": %s, "reason": "%s"}""".formatted(some(answeredParts(q)), words()))));
        onQuestion(
                "POST /api/questions/{id}/withdrawal",
                is("RAISED", "ASSIGNED", "ANSWERED"),
                q -> clerk(q + "/withdrawal", reason()));
        onQuestion(
                "POST /api/questions/{id}/withdrawal/correction",
                is("WITHDRAWN"),
                q -> clerk(
                        q + "/withdrawal/correction",
                        random.nextBoolean()
                                ? "{\"withdrawn\": false, \"reason\": \"%s\"}".formatted(words())
                                : "{\"withdrawn\": true, \"text\": \"%s\", \"reason\": \"%s\"}"
                                        .formatted(words(), words())));
        onQuestion(
                "POST /api/questions/{id}/carry-over",
                q -> true,
                q -> any(programmes)
                        .flatMap(programme -> clerk(
                                q + "/carry-over",
                                "{\"programmeId\": \"%s\", \"reason\": \"%s\"}".formatted(programme, words()))));
    }

    private Optional<Attempt> raise() {
        Predicate<JsonNode> takesQuestions = stage("OPEN", "SESSION_HELD");
        return look(
                        programmes,
                        "/api/programmes/",
                        dialogues(),
                        programme -> takesQuestions.test(programme)
                                && !programme.path("delegates").isEmpty())
                .map(programme -> {
                    String id = fresh("q");
                    List<String> units = programme
                            .path("delegates")
                            .valueStream()
                            .map(delegate -> delegate.path("unit").asString())
                            .toList();
                    String unit = pick(units.isEmpty() ? Crowd.COMMUNES : units);
                    int parts = 1 + random.nextInt(3);
                    String json = """
                    {"questionId": "%s", "programmeId": "%s", "direction": "TO_LEADERSHIP", "unit": "%s", "text": "%s",
                     "topics": ["đường sá"], "parts": [%s]}""".formatted(
                                    id,
                                    programme.path("programmeId").asString(),
                                    unit,
                                    words(),
                                    IntStream.rangeClosed(1, parts)
                                            .mapToObj(part -> "{\"text\": \"%s\"}".formatted(words()))
                                            .collect(joining(", ")));
                    return post(
                            crowd.delegate(suite.dialogues(), unit), "/api/questions", json, () -> questions.add(id));
                });
    }

    private static boolean mayLead(JsonNode lead, JsonNode question) {
        return lead.path("programmeId").equals(question.path("programmeId"))
                && !lead.path("questionId").equals(question.path("questionId"))
                && !lead.hasNonNull("lead");
    }

    private Optional<Attempt> assign(JsonNode question) {
        List<Integer> free = parts(question, part -> part.path("slots").isEmpty());
        List<Integer> parts = free.isEmpty() ? parts(question, part -> true) : some(free);
        String id = fresh("a");
        String role = free.isEmpty() ? "COORDINATING" : "LEAD";
        return clerk(
                pathOf(question) + "/assignments",
                """
                {"assignments": [{"assignmentId": "%s", "body": "%s", "role": "%s", "parts": %s,
                                  "due": {"kind": "NONE_SET"}, "note": "%s"}]}""".formatted(id, pick(Crowd.bodies()), role, parts, words()),
                () -> assignments.add(id));
    }

    private static boolean hasTransferable(JsonNode question) {
        return !isWithdrawn(question)
                && question.path("assignments").valueStream().anyMatch(RandomUse::isTransferable);
    }

    private static boolean isTransferable(JsonNode slot) {
        return List.of("OPEN", "RETURNED").contains(slot.path("state").asString());
    }

    private Optional<Attempt> transfer(JsonNode question) {
        return question.path("assignments")
                .valueStream()
                .filter(RandomUse::isTransferable)
                .findFirst()
                .flatMap(slot -> {
                    String id = fresh("a");
                    return clerk(
                            pathOf(question) + "/assignments/"
                                    + slot.path("assignmentId").asString() + "/transfer",
                            """
                            {"assignmentId": "%s", "body": "%s", "reason": "%s"}""".formatted(id, pick(Crowd.bodies()), words()),
                            () -> assignments.add(id));
                });
    }

    private String conclusions(List<Integer> parts, String more) {
        return "{\"conclusions\": [%s]%s}"
                .formatted(
                        parts.stream()
                                .map(part -> "{\"part\": %d, \"disposition\": \"ACCEPTED\", \"text\": \"%s\"}"
                                        .formatted(part, words()))
                                .collect(joining(", ")),
                        more);
    }

    static List<Integer> answeredParts(JsonNode question) {
        return parts(question, part -> part.path("answered").asBoolean());
    }

    private static List<Integer> concludedParts(JsonNode question) {
        return parts(question, part -> part.path("concluded").asBoolean());
    }

    private static List<Integer> partsToConclude(JsonNode question) {
        return parts(
                question,
                part -> part.path("answered").asBoolean()
                        && !part.path("concluded").asBoolean());
    }

    private static boolean isWithdrawn(JsonNode question) {
        return question.path("status").asString().equals("WITHDRAWN");
    }

    private static List<Integer> parts(JsonNode question, Predicate<JsonNode> which) {
        return question.path("parts")
                .valueStream()
                .filter(which)
                .map(part -> part.path("number").asInt())
                .toList();
    }

    private void onQuestion(String act, Predicate<JsonNode> likely, Function<String, Optional<Attempt>> attempt) {
        on(act, () -> look(questions, "/api/questions/", dialogues(), likely).flatMap(q -> attempt.apply(pathOf(q))));
    }

    private static Predicate<JsonNode> is(String... statuses) {
        return thing -> List.of(statuses).contains(thing.path("status").asString());
    }

    private static String pathOf(JsonNode question) {
        return "/api/questions/" + question.path("questionId").asString();
    }

    // --- assignments

    private void assignments() {
        onAssignment("POST /api/assignments/{id}/acceptance", is("OPEN"), a -> head(a, "/acceptance", "{}"));
        onAssignment(
                "POST /api/assignments/{id}/return",
                is("OPEN", "ACCEPTED"),
                a -> head(a, "/return", """
                {"category": "NOT_RESPONSIBLE", "text": "%s"%s}""".formatted(
                                words(), random.nextBoolean() ? "" : ", \"parts\": " + some(due(a)))));
        onAssignment(
                "POST /api/assignments/{id}/holding-answer",
                is("ACCEPTED"),
                a -> head(a, "/holding-answer", """
                {"text": "%s"}""".formatted(words())));
        onAssignment(
                "PUT /api/assignments/{id}/draft",
                is("ACCEPTED"),
                a -> Optional.of(new Attempt(
                        headOf(a),
                        "PUT",
                        pathOfAssignment(a) + "/draft",
                        "{\"parts\": [%s]}".formatted(answers(due(a))),
                        () -> {})));
        onAssignment(
                "POST /api/assignments/{id}/clearance",
                is("ACCEPTED"),
                a -> head(a, "/clearance", """
                {"answerId": "%s", "parts": [%s]}""".formatted(fresh("w"), answers(due(a)))));
        onAssignment(
                "POST /api/assignments/{id}/publication",
                a -> is("ACCEPTED").test(a) && !a.path("clearances").isEmpty(),
                a -> head(a, "/publication", """
                        {"answerId": "%s"}""".formatted(
                                last(a.path("clearances")).path("answerId").asString("none"))));
        onAssignment(
                "POST /api/assignments/{id}/corrections",
                a -> !a.path("answers").isEmpty(),
                a -> {
                    JsonNode answer = last(a.path("answers"));
                    int part = answer.at("/parts/0/part").asInt(1);
                    return head(a, "/corrections", """
                    {"answerId": "%s", "parts": [%s], "reason": "%s"}""".formatted(
                                    answer.path("answerId").asString("none"), answers(List.of(part)), words()));
                });
    }

    private String answers(List<Integer> parts) {
        return parts.stream()
                .map(part -> "{\"part\": %d, \"text\": \"%s\", \"proposedDisposition\": \"ACCEPTED\"}"
                        .formatted(part, words()))
                .collect(joining(", "));
    }

    private static List<Integer> due(JsonNode assignment) {
        return assignment.path("partsDue").valueStream().map(JsonNode::asInt).toList();
    }

    private void onAssignment(String act, Predicate<JsonNode> likely, Function<JsonNode, Optional<Attempt>> attempt) {
        on(
                act,
                () -> look(assignments, "/api/assignments/", crowd.secretariat(suite.answers()), likely)
                        .flatMap(attempt));
    }

    private Optional<Attempt> head(JsonNode assignment, String step, String json) {
        return Optional.of(post(headOf(assignment), pathOfAssignment(assignment) + step, json, () -> {}));
    }

    private Rest headOf(JsonNode assignment) {
        return crowd.head(suite.answers(), assignment.path("body").asString());
    }

    private static String pathOfAssignment(JsonNode assignment) {
        return "/api/assignments/" + assignment.path("assignmentId").asString();
    }

    // --- commitments

    private void commitments() {
        on("POST /api/commitments", this::commit);
        onCommitment(
                "POST /api/commitments/{id}/progress",
                is("OPEN", "WAITING"),
                c -> bearing(c, "/progress", """
                {"text": "%s", "measured": %d}""".formatted(words(), random.nextInt(100))));
        onCommitment(
                "POST /api/commitments/{id}/waiting",
                is("OPEN"),
                c -> bearing(c, "/waiting", """
                {"authority": "%s", "text": "%s"}""".formatted(Crowd.AUTHORITY, words())));
        onCommitment(
                "POST /api/commitments/{id}/resumption",
                is("WAITING"),
                c -> bearing(c, "/resumption", """
                {"text": "%s"}""".formatted(words())));
        onCommitment(
                "POST /api/commitments/{id}/completion",
                is("OPEN"),
                c -> bearing(c, "/completion", """
                {"text": "%s"}""".formatted(words())));
        onCommitment(
                "POST /api/commitments/{id}/sending-back", is("CLAIMED"), c -> recorded(c, "/sending-back", reason()));
        onCommitment("POST /api/commitments/{id}/verification", is("CLAIMED", "OPEN"), this::verify);
        onCommitment(
                "POST /api/commitments/{id}/verification/correction",
                is("IMPLEMENTED", "NOT_IMPLEMENTED"),
                c -> recorded(
                        c,
                        "/verification/correction",
                        random.nextBoolean()
                                ? "{\"text\": \"%s\", \"reason\": \"%s\"}".formatted(words(), words())
                                : "{\"outcome\": \"NOT_IMPLEMENTED\", \"text\": \"%s\", \"reason\": \"%s\"}"
                                        .formatted(words(), words())));
        onCommitment(
                "POST /api/commitments/{id}/carry-over",
                c -> true,
                c -> any(programmes)
                        .flatMap(programme -> recorded(
                                c,
                                "/carry-over",
                                "{\"programmeId\": \"%s\", \"reason\": \"%s\"}".formatted(programme, words()))));
    }

    private Optional<Attempt> commit() {
        return look(questions, "/api/questions/", dialogues(), question -> true).map(question -> {
            String id = fresh("c");
            String body = pick(Crowd.DEPARTMENTS);
            return post(
                    crowd.head(suite.answers(), body),
                    "/api/commitments",
                    """
                    {"commitmentId": "%s", "programmeId": "%s", "subjects": [{"question": "%s", "parts": [1]}],
                     "committedBy": "BODIES", "bodies": ["%s"], "text": "%s", "due": {"kind": "NONE_SET"},
                     "measure": {"unit": "km", "baseline": 100, "target": 0}%s}""".formatted(
                                    id,
                                    question.path("programmeId").asString(),
                                    question.path("questionId").asString(),
                                    body,
                                    words(),
                                    random.nextBoolean()
                                            ? ""
                                            : ", \"milestones\": [{\"id\": \"half\", \"text\": \"Half\", \"due\": {\"kind\": \"NONE_SET\"}}]"),
                    () -> commitments.add(id));
        });
    }

    Optional<Attempt> verify(JsonNode commitment) {
        if (commitment.path("status").asString().equals("OPEN")) {
            return recorded(commitment, "/verification", """
                    {"outcome": "NOT_IMPLEMENTED", "text": "%s"}""".formatted(words()));
        }
        String unreached = commitment
                .path("milestones")
                .valueStream()
                .map(milestone -> milestone.path("id").asString())
                .filter(id -> commitment
                        .path("reachedMilestones")
                        .valueStream()
                        .noneMatch(reached -> reached.asString().equals(id)))
                .map("\"%s\""::formatted)
                .collect(joining(", "));
        return recorded(commitment, "/verification", """
                {"outcome": "IMPLEMENTED", "text": "%s", "unreachedMilestones": [%s]}""".formatted(words(), unreached));
    }

    private void onCommitment(String act, Predicate<JsonNode> likely, Function<JsonNode, Optional<Attempt>> attempt) {
        on(
                act,
                () -> look(commitments, "/api/commitments/", crowd.secretariat(suite.answers()), likely)
                        .flatMap(attempt));
    }

    private Optional<Attempt> bearing(JsonNode commitment, String step, String json) {
        Rest head = crowd.head(suite.answers(), commitment.at("/bodies/0").asString());
        return Optional.of(post(head, pathOfCommitment(commitment) + step, json, () -> {}));
    }

    private Optional<Attempt> recorded(JsonNode commitment, String step, String json) {
        return Optional.of(
                post(crowd.secretariat(suite.answers()), pathOfCommitment(commitment) + step, json, () -> {}));
    }

    private static String pathOfCommitment(JsonNode commitment) {
        return "/api/commitments/" + commitment.path("commitmentId").asString();
    }

    // --- what is owed

    /**
     * What settles a debt that a row of coverage names.
     *
     * @param part the row
     * @param owed who owes what
     * @return the acts of the one who owes it, in order
     */
    List<Attempt> settling(JsonNode part, JsonNode owed) {
        String question = "/api/questions/" + part.path("questionId").asString();
        int number = part.path("part").asInt();
        String slot = owed.path("assignmentId").asString("");
        String by = owed.path("by").asString();
        String assignment = "/api/assignments/" + slot;
        Rest head = crowd.head(suite.answers(), by);
        String step = owed.path("step").asString();
        return switch (step) {
            case "TRIAGE" ->
                List.of(post(dialogues(), question + "/assignments", """
                    {"assignments": [{"assignmentId": "%s", "body": "%s", "role": "LEAD", "parts": [%d],
                                      "due": {"kind": "NONE_SET"}}]}""".formatted(
                                newAssignment(), pick(Crowd.bodies()), number)));
            case "REASSIGN" ->
                List.of(post(dialogues(), question + "/assignments/" + slot + "/transfer", """
                    {"assignmentId": "%s", "body": "%s", "reason": "%s", "parts": [%d]}""".formatted(
                                newAssignment(), bodyOf(slot), words(), number)));
            case "ACCEPT" -> List.of(post(head, assignment + "/acceptance", "{}"));
            case "ANSWER", "ANSWER_AGAIN" -> {
                String answer = fresh("w");
                yield List.of(
                        post(head, assignment + "/clearance", """
                                {"answerId": "%s", "parts": [%s]}""".formatted(answer, answers(due(assignmentOf(slot))))),
                        post(head, assignment + "/publication", "{\"answerId\": \"%s\"}".formatted(answer)));
            }
            default -> throw new AssertionError("nobody knows how to settle " + owed);
        };
    }

    private String newAssignment() {
        String id = fresh("a");
        assignments.add(id);
        return id;
    }

    private String bodyOf(String assignment) {
        return assignmentOf(assignment).path("body").asString();
    }

    private JsonNode assignmentOf(String id) {
        return crowd.secretariat(suite.answers())
                .get("/api/assignments/" + id)
                .succeeded()
                .body();
    }

    // --- what all have in common

    private void on(String act, Supplier<Optional<Attempt>> attempt) {
        acts.put(act, attempt);
    }

    /**
     * Looks for a thing that lends itself: first at one that did when it was last looked at, then at some at random; now and
     * then it takes any. Between looks things may have moved on, as they do for people.
     */
    private Optional<JsonNode> look(List<String> ids, String path, Rest reader, Predicate<JsonNode> likely) {
        boolean blind = random.nextInt(20) == 0;
        List<String> remembering = ids.stream()
                .filter(id -> remembered.containsKey(path + id) && likely.test(remembered.get(path + id)))
                .toList();
        return Stream.concat(
                        remembering.isEmpty() || blind ? Stream.empty() : Stream.of(pick(remembering)),
                        Stream.generate(() -> any(ids)).limit(LOOKS).flatMap(Optional::stream))
                .distinct()
                .map(id -> read(path + id, reader))
                .filter(reply -> reply.status() == 200)
                .map(Reply::body)
                .filter(thing -> blind || likely.test(thing))
                .findFirst();
    }

    private Reply read(String path, Rest reader) {
        Reply reply = seen.computeIfAbsent(path, reader::get);
        if (reply.status() == 200) {
            remembered.put(path, reply.body());
        }
        return reply;
    }

    private Optional<Attempt> clerk(String path, String json) {
        return clerk(path, json, () -> {});
    }

    private Optional<Attempt> clerk(String path, String json, Runnable afterwards) {
        return Optional.of(post(dialogues(), path, json, afterwards));
    }

    private Optional<Attempt> chair(String path, String json) {
        return Optional.of(post(crowd.chair(suite.dialogues()), path, json, () -> {}));
    }

    private static Attempt post(Rest who, String path, String json) {
        return post(who, path, json, () -> {});
    }

    private static Attempt post(Rest who, String path, String json, Runnable afterwards) {
        return new Attempt(who, "POST", path, json, afterwards);
    }

    private Rest dialogues() {
        return crowd.secretariat(suite.dialogues());
    }

    private String reason() {
        return "{\"reason\": \"%s\"}".formatted(words());
    }

    /** Words that nobody said before, so that nothing is a repeat. */
    private String words() {
        return clause + ++counter;
    }

    private String fresh(String kind) {
        return kind + "-" + ++counter;
    }

    private Optional<String> any(List<String> ids) {
        // Newer things have more ahead of them.
        int among = random.nextBoolean() ? ids.size() : Math.min(ids.size(), 40);
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1 - random.nextInt(among)));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<Integer> some(List<Integer> parts) {
        List<Integer> some = parts.stream().filter(part -> random.nextBoolean()).toList();
        return some.isEmpty() ? parts : some;
    }

    /** The last of a list; of an empty one, to which a blind draw comes too, a missing node. */
    private static JsonNode last(JsonNode list) {
        return list.path(list.size() - 1);
    }
}
