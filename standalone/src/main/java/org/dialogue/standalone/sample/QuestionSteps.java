package org.dialogue.standalone.sample;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import org.dialogue.standalone.sample.SampleProgramme.Assignment;
import org.dialogue.standalone.sample.SampleProgramme.Conclusion;
import org.dialogue.standalone.sample.SampleProgramme.Decision;
import org.dialogue.standalone.sample.SampleProgramme.Part;
import org.dialogue.standalone.sample.SampleProgramme.Question;
import org.dialogue.standalone.sample.SampleProgramme.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions are raised, assigned and concluded. */
final class QuestionSteps {

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "CONCLUDED");

    private final SampleProgramme programme;
    private final Ids ids;

    QuestionSteps(SampleProgramme programme, Ids ids) {
        this.programme = programme;
        this.ids = ids;
    }

    Step raising(Question question) {
        String asker = programme.person(question.asker()).orElseThrow().name();
        return new Step(
                "raising." + question.id(),
                asker + " raises " + question.id(),
                question.asker(),
                Call.post(Service.DIALOGUES, "/api/questions", body(question)),
                Sight.of(Service.DIALOGUES, DirectorySteps.CLERK, path(question), found -> true));
    }

    /** {@return the assignment of a question to the bodies that were heard to answer; none if none was} */
    Stream<Step> assigning(Question question) {
        if (question.assignments().isEmpty()) {
            return Stream.empty();
        }
        ObjectNode body = Json.object();
        ArrayNode assignments = body.putArray("assignments");
        for (Assignment share : question.assignments()) {
            ObjectNode entry = assignments.addObject();
            entry.put("assignmentId", ids.assignment(question, share));
            entry.put("body", share.body());
            entry.put("role", share.role().name());
            Json.putNumbers(entry, "parts", share.parts());
            entry.set("due", Json.noDateSet());
        }
        List<String> expected = question.assignments().stream()
                .map(share -> ids.assignment(question, share))
                .toList();
        return Stream.of(new Step(
                "assigning." + question.id(),
                "The secretariat assigns " + question.id() + " to " + named(question.assignments()),
                DirectorySteps.CLERK,
                Call.post(Service.DIALOGUES, path(question) + "/assignments", body),
                Sight.of(
                        Service.DIALOGUES,
                        DirectorySteps.CLERK,
                        path(question),
                        found -> expected.stream()
                                .allMatch(id -> Json.has(found.path("assignments"), "assignmentId", id)))));
    }

    /** {@return the chair's conclusion; none if the sources tell of none} */
    Stream<Step> concluding(Question question) {
        Conclusion conclusion = question.conclusion();
        if (conclusion == null) {
            return Stream.empty();
        }
        ObjectNode body = Json.object();
        ArrayNode decisions = body.putArray("conclusions");
        for (Decision decision : conclusion.parts()) {
            decisions
                    .addObject()
                    .put("part", decision.part())
                    .put("disposition", decision.disposition().name())
                    .put("text", decision.text());
        }
        return Stream.of(new Step(
                "concluding." + question.id(),
                programme.person(conclusion.by()).orElseThrow().name() + " concludes on " + question.id(),
                conclusion.by(),
                Call.post(Service.DIALOGUES, path(question) + "/conclusion", body),
                Sight.of(
                        Service.DIALOGUES,
                        DirectorySteps.CLERK,
                        path(question),
                        found -> ANSWERED.contains(found.path("status").stringValue(""))),
                List.of(Sight.of(
                        Service.DIALOGUES,
                        DirectorySteps.CLERK,
                        path(question),
                        found -> "CONCLUDED".equals(found.path("status").stringValue(""))))));
    }

    private ObjectNode body(Question question) {
        ObjectNode body = Json.object()
                .put("questionId", ids.question(question.id()))
                .put("programmeId", programme.programme().programmeId())
                .put("direction", question.direction().name())
                .put("asker", ids.person(question.asker()))
                .put("unit", question.unit())
                .put("text", question.text());
        ArrayNode parts = body.putArray("parts");
        for (Part part : question.parts()) {
            ObjectNode entry = parts.addObject().put("text", part.text());
            Json.putTexts(entry, "topics", part.topics());
        }
        Json.putTexts(body, "topics", question.topics());
        ArrayNode references = body.putArray("references");
        question.references()
                .forEach(
                        key -> references.add(reference(programme.reference(key).orElseThrow())));
        body.set("source", Json.source(programme.sources().publisher(), question.source()));
        return body;
    }

    private static ObjectNode reference(Reference reference) {
        ObjectNode entry = Json.object().put("number", reference.number()).put("title", reference.title());
        Json.putIfAny(entry, "issuer", reference.issuer());
        if (reference.issuedOn() != null) {
            entry.put("issuedOn", reference.issuedOn().toString());
        }
        return entry;
    }

    private String named(List<Assignment> shares) {
        List<String> names = shares.stream()
                .map(share -> programme.body(share.body()).orElseThrow().name().en())
                .toList();
        return names.size() == 1 ? names.get(0) : names.size() + " bodies";
    }

    private String path(Question question) {
        return "/api/questions/" + ids.question(question.id());
    }
}
