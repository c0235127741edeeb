package org.dialogue.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dialogue.quality.harness.Cast;
import org.dialogue.quality.harness.Rest;
import org.dialogue.quality.harness.ServiceProcess;
import org.dialogue.quality.harness.Suite;
import org.jspecify.annotations.Nullable;

/**
 * The table of all POSTs of both services: each at least once, in an order in which each is possible. To add one, write one
 * {@code post(...)} line where its turn is: who sends it, its path as the OpenAPI document has it, its body, and the ids for
 * the path's parameters. {@code ~} in ids and bodies stands for the prefix of the round, so that rounds do not meet;
 * {@code after(...)} waits for what another service has to hear first.
 */
final class EveryPost {

    private final List<Post> posts = new ArrayList<>();
    private final Suite suite;
    private final String prefix;
    private @Nullable Sight next;

    private EveryPost(Suite suite, Cast cast, String prefix) {
        this.suite = suite;
        this.prefix = prefix;
        ServiceProcess dialogues = suite.dialogues();
        ServiceProcess answers = suite.answers();

        Function<ServiceProcess, Rest> clerk = cast::secretariat;
        Function<ServiceProcess, Rest> asker = cast::delegate;
        Function<ServiceProcess, Rest> head = cast::head;
        Function<ServiceProcess, Rest> officer = cast::officer;
        String name = "\"name\": {\"vi\": \"Ten ~\", \"en\": \"Name ~\"}";

        post(dialogues, clerk, "/api/units", "{\"unitId\": \"~unit\", %s, \"kind\": \"WARD\"}".formatted(name));
        post(dialogues, clerk, "/api/units/{id}/name", """
                {"name": {"vi": "Moi", "en": "New"}, "reason": "merged"}""", "~unit");
        post(dialogues, clerk, "/api/authorities", "{\"authorityId\": \"~ministry\", %s}".formatted(name));
        post(dialogues, clerk, "/api/bodies", "{\"bodyId\": \"~body\", %s, \"kind\": \"DEPARTMENT\"}".formatted(name));
        post(dialogues, clerk, "/api/bodies/{id}/name", """
                {"name": {"vi": "Moi", "en": "New"}, "reason": "merged"}""", "~body");
        post(dialogues, clerk, "/api/people", """
                {"personId": "~person", "name": "Name of ~", "office": "Director", "body": "~body"}""");
        post(dialogues, clerk, "/api/people/{id}/office", """
                {"office": "Acting director", "body": "~body"}""", "~person");
        post(dialogues, clerk, "/api/bodies/{id}/head", "{\"person\": \"~person\"}", "~body");
        post(dialogues, clerk, "/api/people", """
                {"personId": "~former", "name": "Former ~", "office": "Director"}""");
        post(dialogues, clerk, "/api/people/{id}/name-erasure", "{\"reason\": \"asked for\"}", "~former");

        programme(dialogues, clerk, "~past");
        post(dialogues, clerk, "/api/programmes/{id}/session", """
                {"heldOn": "2024-06-01", "place": "Vinh"}""", "~past");
        post(dialogues, clerk, "/api/programmes/{id}/figures", """
                {"figures": [{"label": {"vi": "Xa", "en": "Communes"}, "value": 460, "unit": "communes"}]}""", "~past");
        post(dialogues, cast::chair, "/api/programmes/{id}/conclusion", "{\"summary\": \"Done.\"}", "~past");
        post(dialogues, clerk, "/api/programmes/{id}/archive", "{}", "~past");

        programme(dialogues, clerk, "~programme");
        for (String question : List.of("~asked", "~follower", "~regretted", "~moved", "~unwanted")) {
            post(dialogues, asker, "/api/questions", """
                    {"questionId": "%s", "programmeId": "~programme", "direction": "TO_LEADERSHIP", "unit": "%s",
                     "text": "The road is broken.", "topics": ["roads"],
                     "parts": [{"number": 1, "text": "Repair it.", "topics": []}]}""".formatted(question, cast.commune()));
        }
        post(dialogues, clerk, "/api/questions/{id}/group", "{\"lead\": \"~asked\"}", "~follower");
        post(dialogues, clerk, "/api/questions/{id}/correction", """
                {"text": "The road to the market is broken.", "reason": "a slip of the pen"}""", "~asked");
        post(dialogues, clerk, "/api/questions/{id}/visibility", """
                {"visibility": {"kind": "PUBLIC"}, "reason": "everybody asks"}""", "~unwanted");
        post(dialogues, asker, "/api/questions/{id}/withdrawal", "{\"reason\": \"repaired\"}", "~regretted");
        post(dialogues, clerk, "/api/questions/{id}/withdrawal/correction", """
                {"withdrawn": true, "text": "rebuilt", "reason": "the wrong word"}""", "~regretted");
        for (String question : List.of("~asked", "~moved", "~unwanted")) {
            post(
                    dialogues,
                    clerk,
                    "/api/questions/{id}/assignments",
                    """
                    {"assignments": [{"assignmentId": "slot-%s", "body": "%s", "role": "LEAD", "parts": [],
                                      "due": {"kind": "NONE_SET"}}]}""".formatted(question, cast.department()),
                    question);
        }
        post(dialogues, clerk, "/api/questions/{id}/assignments/{assignmentId}/transfer", """
                {"assignmentId": "slot2-~moved", "body": "~body", "reason": "not theirs"}""", "~moved", "slot-~moved");

        after(answers, officer, "/api/assignments/slot-~unwanted", "");
        post(answers, officer, "/api/assignments/{id}/return", """
                {"category": "NOT_RESPONSIBLE", "text": "Not ours."}""", "slot-~unwanted");
        after(answers, officer, "/api/assignments/slot-~asked", "");
        post(answers, officer, "/api/assignments/{id}/acceptance", "{}", "slot-~asked");
        post(answers, officer, "/api/assignments/{id}/holding-answer", "{\"text\": \"We count.\"}", "slot-~asked");
        answer(answers, officer, head, "~first");
        post(answers, head, "/api/assignments/{id}/corrections", """
                {"answerId": "~first", "reason": "a mistake",
                 "parts": [{"part": 1, "text": "Next year.", "proposedDisposition": "ACCEPTED"}]}""", "slot-~asked");
        after(dialogues, clerk, "/api/questions/~asked", "ANSWERED");
        post(dialogues, asker, "/api/questions/{id}/reopening", """
                {"parts": [1], "reason": "When next year?"}""", "~asked");
        after(answers, officer, "/api/assignments/slot-~asked", "ACCEPTED");
        answer(answers, officer, head, "~second");
        after(dialogues, clerk, "/api/questions/~asked", "ANSWERED");
        post(dialogues, cast::chair, "/api/questions/{id}/conclusion", """
                {"conclusions": [{"part": 1, "disposition": "ACCEPTED", "text": "Agreed."}]}""", "~asked");
        post(dialogues, cast::chair, "/api/questions/{id}/conclusion/correction", """
                {"conclusions": [{"part": 1, "disposition": "EXPLAINED", "text": "Explained."}],
                 "reason": "as the minutes say"}""", "~asked");

        post(answers, head, "/api/commitments", """
                {"commitmentId": "~promise", "programmeId": "~programme",
                 "subjects": [{"question": "~asked", "parts": [1]}], "committedBy": "BODIES", "bodies": ["%s"],
                 "text": "The road will be repaired.", "due": {"kind": "NONE_SET"},
                 "measure": {"unit": "km", "baseline": 10, "target": 0, "current": 10}}""".formatted(cast.department()));
        post(answers, officer, "/api/commitments/{id}/progress", "{\"text\": \"Half.\", \"measured\": 5}", "~promise");
        post(answers, officer, "/api/commitments/{id}/progress", "{\"text\": \"More.\", \"measured\": 4}", "~promise");
        programme(dialogues, clerk, "~later");
        after(answers, clerk, "/api/commitments?programme=~later", "");
        post(dialogues, clerk, "/api/questions/{id}/carry-over", """
                {"programmeId": "~later", "reason": "a new year"}""", "~unwanted");
        post(answers, clerk, "/api/commitments/{id}/carry-over", """
                {"programmeId": "~later", "reason": "a new year"}""", "~promise");
        post(answers, officer, "/api/commitments/{id}/waiting", """
                {"authority": "~ministry", "text": "It decides."}""", "~promise");
        post(answers, officer, "/api/commitments/{id}/resumption", "{\"text\": \"Decided.\"}", "~promise");
        post(answers, officer, "/api/commitments/{id}/completion", "{\"text\": \"Done.\"}", "~promise");
        post(answers, clerk, "/api/commitments/{id}/sending-back", "{\"reason\": \"Show it.\"}", "~promise");
        post(answers, officer, "/api/commitments/{id}/completion", "{\"text\": \"Shown.\"}", "~promise");
        post(answers, clerk, "/api/commitments/{id}/verification", """
                {"outcome": "IMPLEMENTED", "text": "Seen."}""", "~promise");
        post(answers, clerk, "/api/commitments/{id}/verification/correction", """
                {"outcome": "NOT_IMPLEMENTED", "text": "Not there.", "reason": "the wrong road"}""", "~promise");

        for (ServiceProcess service : List.of(dialogues, answers)) {
            post(service, cast::operator, "/api/dead-letters/retry", "");
            post(service, cast::operator, "/api/dead-letters/{group}/{id}/retry", "", "assignments", "none");
            post(
                    service,
                    cast::operator,
                    "/api/dead-letters/{group}/{id}/discard",
                    "{\"reason\": \"entered twice\"}",
                    "assignments",
                    "none");
            post(
                    service,
                    cast::auditor,
                    "/api/dead-letters/{group}/{id}/content",
                    "{\"reason\": \"a complaint\"}",
                    "assignments",
                    "none");
            post(service, cast::operator, "/api/projections/{name}/rebuild", "", "none");
        }
    }

    /**
     * The table for a round.
     *
     * @param prefix begins all ids of the round
     */
    static List<Post> of(Suite suite, Cast cast, String prefix) {
        return List.copyOf(new EveryPost(suite, cast, prefix).posts);
    }

    private void programme(ServiceProcess dialogues, Function<ServiceProcess, Rest> clerk, String id) {
        post(dialogues, clerk, "/api/programmes", """
                {"programmeId": "%s", "year": 2024, "host": "people-committee",
                 "title": {"vi": "Doi thoai", "en": "Dialogue"}}""".formatted(id));
        post(dialogues, clerk, "/api/programmes/{id}/delegates", "{\"person\": \"person-delegate\"}", id);
        post(dialogues, clerk, "/api/programmes/{id}/opening", "{}", id);
    }

    private void answer(
            ServiceProcess answers,
            Function<ServiceProcess, Rest> officer,
            Function<ServiceProcess, Rest> head,
            String answer) {
        post(answers, head, "/api/assignments/{id}/clearance", """
                {"answerId": "%s",
                 "parts": [{"part": 1, "text": "Soon.", "proposedDisposition": "ACCEPTED"}]}""".formatted(answer), "slot-~asked");
        post(
                answers,
                officer,
                "/api/assignments/{id}/publication",
                "{\"answerId\": \"%s\"}".formatted(answer),
                "slot-~asked");
    }

    /** What the next post needs: that somebody can read a path, and that it shows a status if one is named. */
    private void after(ServiceProcess service, Function<ServiceProcess, Rest> who, String path, String status) {
        next = new Sight(who.apply(service), path.replace("~", prefix), status);
    }

    private void post(
            ServiceProcess service, Function<ServiceProcess, Rest> who, String template, String body, String... ids) {
        String path = template;
        for (String id : ids) {
            path = path.replaceFirst("\\{[^}]+}", id);
        }
        posts.add(new Post(
                suite.nameOf(service),
                service,
                who.apply(service),
                template,
                path.replace("~", prefix),
                body.replace("~", prefix),
                prefix + "-key-" + posts.size(),
                next));
        next = null;
    }

    /**
     * Something to be seen before a post is possible.
     *
     * @param status the status it has to show; empty for any
     */
    record Sight(Rest by, String path, String status) {

        boolean isSeen() {
            var reply = by.get(path);
            return reply.status() == 200
                    && (status.isEmpty()
                            || reply.body().path("status").asString("").equals(status));
        }
    }

    /**
     * A POST under an Idempotency-Key.
     *
     * @param module the service's name
     * @param template the path as the service's OpenAPI document has it
     * @param after what has to be seen first, if anything
     */
    record Post(
            String module,
            ServiceProcess service,
            Rest by,
            String template,
            String path,
            String body,
            String key,
            @Nullable Sight after) {

        /** A retry is about letters that are parked, a rebuild about what is recorded: neither records anything itself. */
        boolean recordsEvents() {
            return !template.startsWith("/api/dead-letters") && !template.startsWith("/api/projections");
        }

        @Override
        public String toString() {
            return module + " POST " + path;
        }
    }
}
