package org.dialogue.standalone.sample;

import java.util.stream.Stream;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import org.dialogue.standalone.sample.SampleProgramme.Commitment;
import org.dialogue.standalone.sample.SampleProgramme.Measure;
import org.dialogue.standalone.sample.SampleProgramme.Waiting;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Follow-ups are promised by those who were quoted, or put on record by the secretariat for those who were not. */
final class CommitmentSteps {

    private final SampleProgramme programme;
    private final Ids ids;

    CommitmentSteps(SampleProgramme programme, Ids ids) {
        this.programme = programme;
        this.ids = ids;
    }

    Stream<Step> steps() {
        return programme.commitments().stream().flatMap(this::steps);
    }

    private Stream<Step> steps(Commitment commitment) {
        Waiting waiting = commitment.waiting();
        Step committing = committing(commitment);
        return waiting == null ? Stream.of(committing) : Stream.of(committing, waiting(commitment, waiting));
    }

    private Step committing(Commitment commitment) {
        String by = commitment.saidBy();
        String title = by == null
                ? "The secretariat puts " + commitment.id() + " on record"
                : name(by) + " commits to " + commitment.id();
        return new Step(
                "committing." + commitment.id(),
                title,
                by == null ? DirectorySteps.CLERK : by,
                Call.post(Service.ANSWERS, "/api/commitments", body(commitment)),
                Sight.of(Service.ANSWERS, DirectorySteps.CLERK, path(commitment), found -> true));
    }

    private Step waiting(Commitment commitment, Waiting waiting) {
        ObjectNode body = Json.object().put("authority", waiting.authority()).put("text", waiting.text());
        return new Step(
                "waiting." + commitment.id(),
                name(waiting.by()) + " says for whom " + commitment.id() + " waits",
                waiting.by(),
                Call.post(Service.ANSWERS, path(commitment) + "/waiting", body),
                Sight.of(
                        Service.ANSWERS,
                        DirectorySteps.CLERK,
                        path(commitment),
                        found -> found.path("awaiting").isObject()));
    }

    private ObjectNode body(Commitment commitment) {
        ObjectNode body = Json.object()
                .put("commitmentId", ids.commitment(commitment.id()))
                .put("programmeId", programme.programme().programmeId());
        ArrayNode subjects = body.putArray("subjects");
        commitment
                .subjects()
                .forEach(subject -> Json.putNumbers(
                        subjects.addObject().put("question", ids.question(subject.question())),
                        "parts",
                        subject.parts()));
        body.put("committedBy", commitment.committedBy().name());
        Json.putTexts(body, "bodies", commitment.bodies());
        Json.putIfAny(body, "assignedBy", commitment.assignedBy());
        body.put("text", commitment.text());
        body.set("due", Json.noDateSet());
        Measure measure = commitment.measure();
        if (measure != null) {
            body.putObject("measure")
                    .put("unit", measure.unit())
                    .put("baseline", measure.baseline())
                    .put("target", measure.target());
        }
        ArrayNode milestones = body.putArray("milestones");
        commitment
                .milestones()
                .forEach(milestone -> milestones
                        .addObject()
                        .put("id", milestone.id())
                        .put("text", milestone.text())
                        .set("due", Json.noDateSet()));
        body.set("source", Json.source(programme.sources().publisher(), commitment.source()));
        return body;
    }

    private String path(Commitment commitment) {
        return "/api/commitments/" + ids.commitment(commitment.id());
    }

    private String name(String person) {
        return programme.person(person).orElseThrow().name();
    }
}
