package org.dialogue.standalone.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.question.Direction;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import org.dialogue.standalone.sample.Step.Sight;
import org.dialogue.standalone.signin.DemoPeople;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that happens in a programme, in the order in which it happens. Requests are made of the file's own fields, and
 * ids are the same in every run, so that a run can be repeated.
 */
final class Script {

    /** The demo person who does what the secretariat does, and sees everything. */
    static final String CLERK = "secretariat-clerk";

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "CONCLUDED");
    private static final Set<String> BEFORE_THE_SESSION = Set.of("ANNOUNCED", "OPEN");

    private final SampleProgramme programme;
    private final DemoPeople demoPeople;
    private final JsonNode file;
    private final String meeting;
    private final List<Step> steps = new ArrayList<>();

    private Script(SampleProgramme programme, DemoPeople demoPeople) {
        this.programme = programme;
        this.demoPeople = demoPeople;
        this.file = JsonMapper.shared().valueToTree(programme);
        this.meeting = "/api/programmes/" + programme.programme().programmeId();
    }

    /** {@return the steps; their keys are unique} */
    static List<Step> of(SampleProgramme programme, DemoPeople people) {
        Script script = new Script(programme, people);
        script.registerEverybody();
        script.prepareTheMeeting();
        script.file.path("questions").forEach(script::raise);
        script.holdTheSession();
        script.file.path("questions").forEach(script::assign);
        script.file
                .path("questions")
                .forEach(question -> question.path("assignments").forEach(share -> script.answer(question, share)));
        script.file.path("questions").forEach(script::conclude);
        script.file.path("commitments").forEach(script::commit);
        return List.copyOf(script.steps);
    }

    private void registerEverybody() {
        file.path("units").forEach(unit -> register("unit", unit, "/api/units", "unitId", "name", "kind", "parent"));
        file.path("bodies")
                .forEach(body -> register("body", body, "/api/bodies", "bodyId", "name", "kind", "aliases", "unit"));
        file.path("authorities")
                .forEach(authority -> register("authority", authority, "/api/authorities", "authorityId", "name"));
        file.path("people").forEach(person -> register(person, text(person, "name")));
        file.path("bodies")
                .valueStream()
                .filter(body -> body.path("head").isString())
                .forEach(body -> enterHead(text(body, "bodyId"), text(body, "head")));
        // Data that version 0.1.0 has loaded lack the heads whom the articles do not name.
        if (demoPeople.areOfToday()) {
            file.path("offices").forEach(office -> {
                register(office, text(office, "office"));
                enterHead(text(office, "body"), text(office, "username"));
            });
        }
    }

    /** Registers what has names in two languages. */
    private void register(String kind, JsonNode entry, String path, String idField, String... fields) {
        ObjectNode body = copy(entry, fields);
        body.set(idField, entry.path(idField));
        register(kind, text(entry, idField), entry.at("/name/en").asString(), path, body);
    }

    /** Registers somebody who holds an office. */
    private void register(JsonNode person, String name) {
        String id = personId(text(person, "username"));
        ObjectNode body =
                copy(person, "office", "unit", "body").put("personId", id).put("name", name);
        register("person", id, name, "/api/people", body);
    }

    private void register(String kind, String id, String name, String path, ObjectNode body) {
        post(
                kind + "." + id,
                "The secretariat registers " + name,
                CLERK,
                Service.DIALOGUES,
                path,
                body,
                dialogues(path + "/" + id, found -> true));
    }

    private void enterHead(String bodyId, String username) {
        String path = "/api/bodies/" + bodyId;
        String id = personId(username);
        post(
                "head." + bodyId,
                "The secretariat enters the head of " + bodyName(bodyId),
                CLERK,
                Service.DIALOGUES,
                path + "/head",
                object().put("person", id),
                dialogues(path, found -> id.equals(found.at("/head/id").stringValue(null))));
    }

    private void prepareTheMeeting() {
        JsonNode announced = file.path("programme");
        ObjectNode body = copy(announced, "programmeId", "year", "title", "host");
        meet(
                "programme",
                "announces the programme of " + announced.path("year"),
                "",
                source(body, announced),
                found -> true);
        programme.questions().stream()
                .filter(question -> question.direction() == Direction.TO_LEADERSHIP)
                .map(SampleProgramme.Question::asker)
                .distinct()
                .forEach(delegate -> meet(
                        "delegate." + delegate,
                        "enters " + personName(delegate) + " as a delegate",
                        "/delegates",
                        object().put("person", personId(delegate)),
                        found -> has(found.path("delegates"), "id", personId(delegate))));
        meet(
                "opening",
                "opens the programme for questions",
                "/opening",
                object(),
                found -> !"ANNOUNCED".equals(found.path("stage").stringValue("ANNOUNCED")));
    }

    private void holdTheSession() {
        meet(
                "session",
                "records that the session was held",
                "/session",
                object(),
                found -> !BEFORE_THE_SESSION.contains(text(found, "stage")));
        ObjectNode body = object();
        file.path("figures")
                .forEach(figure -> body.withArray("figures")
                        .add(source(copy(figure, "label", "value", "unit", "approximate"), figure)));
        meet(
                "figures",
                "records the numbers stated at the session",
                "/figures",
                body,
                found -> found.path("figures").size() >= programme.figures().size());
    }

    private void meet(String key, String what, String action, ObjectNode body, Predicate<JsonNode> done) {
        String path = action.isEmpty() ? "/api/programmes" : meeting + action;
        post(key, "The secretariat " + what, CLERK, Service.DIALOGUES, path, body, dialogues(meeting, done));
    }

    private void raise(JsonNode question) {
        String asker = text(question, "asker");
        ObjectNode body = copy(question, "direction", "unit", "text", "parts", "topics")
                .put("questionId", id(question))
                .put("programmeId", programme.programme().programmeId())
                .put("asker", personId(asker));
        var references = body.putArray("references");
        question.path("references")
                .forEach(key -> references.add(
                        copy(file.path("references").path(key.asString()), "number", "title", "issuer", "issuedOn")));
        post(
                "raising." + mark(question),
                personName(asker) + " raises " + mark(question),
                asker,
                Service.DIALOGUES,
                "/api/questions",
                source(body, question),
                dialogues("/api/questions/" + id(question), found -> true));
    }

    /** To the bodies that were heard to answer. */
    private void assign(JsonNode question) {
        JsonNode shares = question.path("assignments");
        if (shares.isEmpty()) {
            return;
        }
        ObjectNode body = object();
        shares.forEach(share -> body.withArray("assignments")
                .add(copy(share, "body", "role", "parts")
                        .put("assignmentId", assignmentId(question, share))
                        .set("due", noDateSet())));
        String to = shares.size() == 1 ? bodyName(text(shares.path(0), "body")) : shares.size() + " bodies";
        String path = "/api/questions/" + id(question);
        post(
                "assigning." + mark(question),
                "The secretariat assigns " + mark(question) + " to " + to,
                CLERK,
                Service.DIALOGUES,
                path + "/assignments",
                body,
                dialogues(
                        path,
                        found -> shares.valueStream()
                                .allMatch(share -> has(
                                        found.path("assignments"), "assignmentId", assignmentId(question, share)))));
    }

    /** A body takes an assignment on, drafts, has its head clear the words, and publishes them. */
    private void answer(JsonNode question, JsonNode share) {
        String assignment = assignmentId(question, share);
        String path = "/api/assignments/" + assignment;
        String answerId = assignment + "-1";
        String body = bodyName(text(share, "body"));
        String desk =
                String.valueOf(programme.body(text(share, "body")).orElseThrow().desk());
        JsonNode answer = share.path("answer");
        String head = text(answer, "by");
        Sight arrived = answers(path, found -> true);
        Sight cleared = answers(path, found -> has(found.path("clearances"), "answerId", answerId));
        post(
                "accepting." + assignment,
                body + " takes " + mark(question) + " on",
                desk,
                Service.ANSWERS,
                path + "/acceptance",
                object(),
                arrived,
                answers(path, found -> !"OPEN".equals(found.path("status").stringValue("OPEN"))));
        ObjectNode words = object();
        answer.path("parts")
                .forEach(part -> words.withArray("parts")
                        .add(copy(part, "part", "text").set("proposedDisposition", part.path("disposition"))));
        // A draft is a working document: once its words are cleared, nobody asks for it any more.
        steps.add(new Step(
                "drafting." + assignment,
                body + " drafts an answer to " + mark(question),
                desk,
                Service.ANSWERS,
                "PUT",
                path + "/draft",
                words,
                null,
                List.of(cleared, new Sight(Service.ANSWERS, desk, path + "/draft", found -> true))));
        post(
                "clearing." + assignment,
                personName(head) + " clears the answer to " + mark(question),
                head,
                Service.ANSWERS,
                path + "/clearance",
                object().put("answerId", answerId),
                cleared);
        post(
                "publishing." + assignment,
                body + " publishes the answer to " + mark(question),
                desk,
                Service.ANSWERS,
                path + "/publication",
                source(object().put("answerId", answerId).put("answeredBy", personId(head)), answer),
                answers(path, found -> has(found.path("answers"), "answerId", answerId)));
    }

    private void conclude(JsonNode question) {
        JsonNode conclusion = question.path("conclusion");
        if (!conclusion.isObject()) {
            return;
        }
        String path = "/api/questions/" + id(question);
        String by = text(conclusion, "by");
        ObjectNode body = object();
        body.set("conclusions", conclusion.path("parts"));
        post(
                "concluding." + mark(question),
                personName(by) + " concludes on " + mark(question),
                by,
                Service.DIALOGUES,
                path + "/conclusion",
                body,
                dialogues(path, found -> ANSWERED.contains(text(found, "status"))),
                dialogues(path, found -> "CONCLUDED".equals(text(found, "status"))));
    }

    /** Follow-ups are promised by those who were quoted, or put on record by the secretariat for those who were not. */
    private void commit(JsonNode commitment) {
        String path = "/api/commitments/" + id(commitment);
        ObjectNode body = copy(commitment, "committedBy", "bodies", "assignedBy", "text", "measure")
                .put("commitmentId", id(commitment))
                .put("programmeId", programme.programme().programmeId());
        body.set("due", noDateSet());
        var subjects = body.putArray("subjects");
        commitment
                .path("subjects")
                .forEach(subject ->
                        subjects.add(copy(subject, "parts").put("question", yearly(text(subject, "question")))));
        var milestones = body.putArray("milestones");
        commitment
                .path("milestones")
                .forEach(milestone ->
                        milestones.add(copy(milestone, "id", "text").set("due", noDateSet())));
        boolean quoted = commitment.path("saidBy").isString();
        post(
                "committing." + mark(commitment),
                quoted
                        ? personName(text(commitment, "saidBy")) + " commits to " + mark(commitment)
                        : "The secretariat puts " + mark(commitment) + " on record",
                quoted ? text(commitment, "saidBy") : CLERK,
                Service.ANSWERS,
                "/api/commitments",
                source(body, commitment),
                answers(path, found -> true));
        JsonNode waiting = commitment.path("waiting");
        if (waiting.isObject()) {
            String by = text(waiting, "by");
            post(
                    "waiting." + mark(commitment),
                    personName(by) + " says for whom " + mark(commitment) + " waits",
                    by,
                    Service.ANSWERS,
                    path + "/waiting",
                    copy(waiting, "authority", "text"),
                    answers(path, found -> found.path("awaiting").isObject()));
        }
    }

    private void post(String key, String title, String by, Service service, String path, ObjectNode body, Sight done) {
        post(key, title, by, service, path, body, null, done);
    }

    private void post(
            String key,
            String title,
            String by,
            Service service,
            String path,
            ObjectNode body,
            @Nullable Sight after,
            Sight done) {
        steps.add(new Step(key, title, by, service, "POST", path, body, after, List.of(done)));
    }

    private static Sight dialogues(String path, Predicate<JsonNode> shows) {
        return new Sight(Service.DIALOGUES, CLERK, path, shows);
    }

    private static Sight answers(String path, Predicate<JsonNode> shows) {
        return new Sight(Service.ANSWERS, CLERK, path, shows);
    }

    private String personId(String username) {
        return demoPeople
                .find(username)
                .orElseThrow(() -> new SampleFailed(username + " is no demo person."))
                .personId();
    }

    private String personName(String username) {
        return programme.person(username).orElseThrow().name();
    }

    private String bodyName(String bodyId) {
        return programme.body(bodyId).orElseThrow().name().en();
    }

    private static String mark(JsonNode entry) {
        return text(entry, "id");
    }

    /** {@return such as {@code 2023-P4}} */
    private String id(JsonNode entry) {
        return yearly(mark(entry));
    }

    private String yearly(String mark) {
        return programme.programme().year() + "-" + mark;
    }

    /** {@return such as {@code 2023-P4-home-affairs}} */
    private String assignmentId(JsonNode question, JsonNode share) {
        return id(question) + "-" + text(share, "body");
    }

    /** Adds the note that history keeps of a source, such as {@code Baonghean.vn, articles 000 and 001}. */
    private ObjectNode source(ObjectNode body, JsonNode entry) {
        JsonNode source = entry.path("source");
        String articles =
                source.path("articles").valueStream().map(JsonNode::asString).collect(Collectors.joining(" and "));
        String document =
                programme.sources().publisher() + (source.path("articles").size() == 1 ? ", article " : ", articles ");
        return body.set("source", copy(source, "note").put("document", document + articles));
    }

    /** The articles give no due dates, and the file invents none. */
    private static ObjectNode noDateSet() {
        return object().put("kind", "NONE_SET");
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@return those of the fields that the entry has} */
    private static ObjectNode copy(JsonNode entry, String... fields) {
        ObjectNode copy = object();
        Stream.of(fields).filter(entry::hasNonNull).forEach(field -> copy.set(field, entry.path(field)));
        return copy;
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).stringValue("");
    }

    static boolean has(JsonNode array, String field, String value) {
        return array.valueStream()
                .anyMatch(item -> value.equals(item.path(field).stringValue(null)));
    }
}
