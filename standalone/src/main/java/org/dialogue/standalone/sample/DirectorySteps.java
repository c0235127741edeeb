package org.dialogue.standalone.sample;

import java.util.ArrayList;
import java.util.List;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import org.dialogue.standalone.sample.SampleProgramme.Body;
import org.dialogue.standalone.sample.SampleProgramme.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The secretariat registers who there is. */
final class DirectorySteps {

    /** The demo person who does what the secretariat does, and sees everything. */
    static final String CLERK = "secretariat-clerk";

    private final SampleProgramme programme;
    private final Ids ids;

    DirectorySteps(SampleProgramme programme, Ids ids) {
        this.programme = programme;
        this.ids = ids;
    }

    /** @param withOffices enters those heads too whom the articles do not name; earlier versions did not */
    List<Step> steps(boolean withOffices) {
        List<Step> steps = new ArrayList<>();
        programme.units().forEach(unit -> steps.add(unit(unit)));
        programme.bodies().forEach(body -> steps.add(body(body)));
        programme.authorities().forEach(authority -> steps.add(authority(authority)));
        programme
                .people()
                .forEach(person -> steps.add(
                        person(person.username(), person.name(), person.office(), person.unit(), person.body())));
        programme.bodies().stream()
                .filter(body -> body.head() != null)
                .forEach(body -> steps.add(head(body, String.valueOf(body.head()))));
        if (withOffices) {
            programme.offices().forEach(office -> {
                steps.add(person(office.username(), office.office(), office.office(), null, office.body()));
                steps.add(head(programme.body(office.body()).orElseThrow(), office.username()));
            });
        }
        return steps;
    }

    private Step unit(Unit unit) {
        ObjectNode body = Json.object().put("unitId", unit.unitId());
        body.set("name", Json.name(unit.name()));
        body.put("kind", unit.kind().name());
        Json.putIfAny(body, "parent", unit.parent());
        return registration("unit", unit.unitId(), unit.name().en(), "/api/units", body);
    }

    private Step body(Body entry) {
        ObjectNode body = Json.object().put("bodyId", entry.bodyId());
        body.set("name", Json.name(entry.name()));
        body.put("kind", entry.kind().name());
        Json.putTexts(body, "aliases", entry.aliases());
        Json.putIfAny(body, "unit", entry.unit());
        return registration("body", entry.bodyId(), entry.name().en(), "/api/bodies", body);
    }

    private Step authority(SampleProgramme.Authority authority) {
        ObjectNode body = Json.object().put("authorityId", authority.authorityId());
        body.set("name", Json.name(authority.name()));
        return registration(
                "authority", authority.authorityId(), authority.name().en(), "/api/authorities", body);
    }

    private Step person(
            String username, String name, String office, @Nullable String unit, @Nullable String answeringBody) {
        ObjectNode body = Json.object()
                .put("personId", ids.person(username))
                .put("name", name)
                .put("office", office);
        Json.putIfAny(body, "unit", unit);
        Json.putIfAny(body, "body", answeringBody);
        return registration("person", ids.person(username), name, "/api/people", body);
    }

    private Step head(Body body, String username) {
        String person = ids.person(username);
        return new Step(
                "head." + body.bodyId(),
                "The secretariat enters the head of " + body.name().en(),
                CLERK,
                Call.post(
                        Service.DIALOGUES,
                        "/api/bodies/" + body.bodyId() + "/head",
                        Json.object().put("person", person)),
                Sight.of(
                        Service.DIALOGUES,
                        CLERK,
                        "/api/bodies/" + body.bodyId(),
                        found -> person.equals(found.path("head").path("id").stringValue(null))));
    }

    private static Step registration(String kind, String id, String name, String path, ObjectNode body) {
        return new Step(
                kind + "." + id,
                "The secretariat registers " + name,
                CLERK,
                Call.post(Service.DIALOGUES, path, body),
                Sight.of(Service.DIALOGUES, CLERK, path + "/" + id, found -> true));
    }
}
