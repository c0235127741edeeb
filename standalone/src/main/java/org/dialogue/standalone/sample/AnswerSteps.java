package org.dialogue.standalone.sample;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import org.dialogue.standalone.sample.SampleProgramme.Answer;
import org.dialogue.standalone.sample.SampleProgramme.Assignment;
import org.dialogue.standalone.sample.SampleProgramme.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A body takes an assignment on, drafts, has its head clear the words, and publishes them. */
final class AnswerSteps {

    private final SampleProgramme programme;
    private final Ids ids;

    AnswerSteps(SampleProgramme programme, Ids ids) {
        this.programme = programme;
        this.ids = ids;
    }

    Stream<Step> answering(Question question) {
        return question.assignments().stream().flatMap(share -> new OneAnswer(question, share).steps());
    }

    private final class OneAnswer {

        private final String mark;
        private final String bodyName;
        private final String desk;
        private final String assignment;
        private final String answerId;
        private final Answer answer;

        OneAnswer(Question question, Assignment share) {
            SampleProgramme.Body body = programme.body(share.body()).orElseThrow();
            this.mark = question.id();
            this.bodyName = body.name().en();
            this.desk = String.valueOf(body.desk());
            this.assignment = ids.assignment(question, share);
            this.answerId = ids.answer(question, share);
            this.answer = share.answer();
        }

        Stream<Step> steps() {
            return Stream.of(accepting(), drafting(), clearing(), publishing());
        }

        private Step accepting() {
            return new Step(
                    "accepting." + assignment,
                    bodyName + " takes " + mark + " on",
                    desk,
                    Call.post(Service.ANSWERS, path("/acceptance"), Json.object()),
                    seen(found -> true),
                    List.of(seen(found -> !"OPEN".equals(found.path("status").stringValue("OPEN")))));
        }

        /** A draft is a working document: once its words are cleared, nobody asks for it any more. */
        private Step drafting() {
            Sight saved = Sight.of(Service.ANSWERS, desk, path("/draft"), found -> true);
            return new Step(
                    "drafting." + assignment,
                    bodyName + " drafts an answer to " + mark,
                    desk,
                    Call.put(Service.ANSWERS, path("/draft"), words()),
                    null,
                    List.of(cleared(), saved));
        }

        private Step clearing() {
            return new Step(
                    "clearing." + assignment,
                    name() + " clears the answer to " + mark,
                    answer.by(),
                    Call.post(Service.ANSWERS, path("/clearance"), Json.object().put("answerId", answerId)),
                    cleared());
        }

        private Step publishing() {
            ObjectNode body = Json.object().put("answerId", answerId).put("answeredBy", ids.person(answer.by()));
            body.set("source", Json.source(programme.sources().publisher(), answer.source()));
            return new Step(
                    "publishing." + assignment,
                    bodyName + " publishes the answer to " + mark,
                    desk,
                    Call.post(Service.ANSWERS, path("/publication"), body),
                    seen(found -> Json.has(found.path("answers"), "answerId", answerId)));
        }

        private ObjectNode words() {
            ObjectNode body = Json.object();
            ArrayNode parts = body.putArray("parts");
            answer.parts()
                    .forEach(part -> parts.addObject()
                            .put("part", part.part())
                            .put("text", part.text())
                            .put("proposedDisposition", part.disposition().name()));
            return body;
        }

        private Sight cleared() {
            return seen(found -> Json.has(found.path("clearances"), "answerId", answerId));
        }

        private Sight seen(Predicate<JsonNode> shows) {
            return Sight.of(Service.ANSWERS, DirectorySteps.CLERK, path(""), shows);
        }

        private String path(String action) {
            return "/api/assignments/" + assignment + action;
        }

        private String name() {
            return programme.person(answer.by()).orElseThrow().name();
        }
    }
}
