package org.dialogue.standalone.sample;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dialogue.events.question.Direction;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import org.dialogue.standalone.sample.SampleProgramme.Announcement;
import org.dialogue.standalone.sample.SampleProgramme.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The secretariat announces the programme, enters its delegates, opens it, and holds the session. */
final class ProgrammeSteps {

    private final SampleProgramme programme;
    private final Ids ids;
    private final String path;

    ProgrammeSteps(SampleProgramme programme, Ids ids) {
        this.programme = programme;
        this.ids = ids;
        this.path = "/api/programmes/" + programme.programme().programmeId();
    }

    /** {@return the steps up to the opening} */
    List<Step> preparing() {
        return Stream.of(Stream.of(announcement()), delegates(), Stream.of(opening()))
                .flatMap(steps -> steps)
                .toList();
    }

    /** {@return the session, with the numbers that were stated at it} */
    List<Step> session() {
        ObjectNode session = Json.object();
        return List.of(
                step(
                        "session",
                        "The secretariat records that the session was held",
                        "/session",
                        session,
                        found -> !Set.of("ANNOUNCED", "OPEN")
                                .contains(found.path("stage").stringValue(""))),
                step(
                        "figures",
                        "The secretariat records the numbers stated at the session",
                        "/figures",
                        figures(),
                        found -> found.path("figures").size()
                                >= programme.figures().size()));
    }

    private Step announcement() {
        Announcement announced = programme.programme();
        ObjectNode body =
                Json.object().put("programmeId", announced.programmeId()).put("year", announced.year());
        body.set("title", Json.name(announced.title()));
        body.put("host", announced.host());
        body.set("source", Json.source(programme.sources().publisher(), announced.source()));
        return new Step(
                "programme",
                "The secretariat announces the programme of " + announced.year(),
                DirectorySteps.CLERK,
                Call.post(Service.DIALOGUES, "/api/programmes", body),
                sight(found -> true));
    }

    private Stream<Step> delegates() {
        return programme.questions().stream()
                .filter(question -> question.direction() == Direction.TO_LEADERSHIP)
                .map(Question::asker)
                .distinct()
                .map(delegate -> step(
                        "delegate." + delegate,
                        "The secretariat enters "
                                + programme.person(delegate).orElseThrow().name() + " as a delegate",
                        "/delegates",
                        Json.object().put("person", ids.person(delegate)),
                        found -> Json.has(found.path("delegates"), "id", ids.person(delegate))));
    }

    private Step opening() {
        return step(
                "opening",
                "The secretariat opens the programme for questions",
                "/opening",
                Json.object(),
                found -> !"ANNOUNCED".equals(found.path("stage").stringValue("ANNOUNCED")));
    }

    private ObjectNode figures() {
        ObjectNode body = Json.object();
        ArrayNode figures = body.putArray("figures");
        programme.figures().forEach(figure -> {
            ObjectNode entry = figures.addObject();
            entry.set("label", Json.name(figure.label()));
            entry.put("value", figure.value());
            entry.put("unit", figure.unit());
            entry.put("approximate", figure.approximate());
            entry.set("source", Json.source(programme.sources().publisher(), figure.source()));
        });
        return body;
    }

    private Step step(String key, String title, String action, ObjectNode body, Predicate<JsonNode> done) {
        return new Step(
                key, title, DirectorySteps.CLERK, Call.post(Service.DIALOGUES, path + action, body), sight(done));
    }

    private Sight sight(Predicate<JsonNode> shows) {
        return Sight.of(Service.DIALOGUES, DirectorySteps.CLERK, path, shows);
    }
}
