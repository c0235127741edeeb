package org.dialogue.dialogues.testing;

import java.util.Set;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.junit.jupiter.api.BeforeEach;

/** A service with a small world of its own for each test: a commune and its head, two bodies, an open programme. */
public abstract class Scene extends RunningService {

    protected static final Actor SECRETARY = Given.SECRETARY;
    protected static final Actor AUDITOR = Given.AUDITOR;

    protected String unit;
    protected String person;
    protected String homeAffairs;
    protected String police;
    protected String programme;
    protected Actor delegate;
    protected Actor chair;
    protected Actor officer;

    @BeforeEach
    void setTheScene() {
        unit = fresh("commune");
        person = fresh("person");
        homeAffairs = fresh("home-affairs");
        police = fresh("police");
        programme = fresh("programme");
        String chairPerson = fresh("chair");
        registerUnit(unit, "COMMUNE");
        registerBody(homeAffairs);
        registerBody(police);
        registerPerson(person, "\"unit\":\"%s\"".formatted(unit));
        registerPerson(chairPerson, "\"body\":\"%s\"".formatted(homeAffairs));
        announce(programme, 2023);
        open(programme);
        delegate = new Actor("subject-" + person, person, "Party Secretary", unit, null, Set.of(Role.DELEGATE), null);
        chair = new Actor("subject-" + chairPerson, chairPerson, "Secretary", null, null, Set.of(Role.CHAIR), null);
        officer = new Actor("officer", null, "officer", null, homeAffairs, Set.of(Role.OFFICER), null);
    }

    /** Announces a programme with the delegate among those who take part. */
    protected void announce(String id, int year) {
        post(SECRETARY, "/api/programmes", """
                        {"programmeId":"%s","year":%d,"title":{"vi":"Doi thoai","en":"Dialogue"},"host":"%s"}""".formatted(id, year, homeAffairs)).expect(201);
        post(SECRETARY, "/api/programmes/" + id + "/delegates", "{\"person\":\"%s\"}".formatted(person))
                .expect(200);
    }

    protected void open(String id) {
        post(SECRETARY, "/api/programmes/" + id + "/opening", "{}").expect(200);
    }

    protected void registerUnit(String id, String kind) {
        post(
                        SECRETARY,
                        "/api/units",
                        "{\"unitId\":\"%s\",\"name\":{\"vi\":\"xa\",\"en\":\"unit\"},\"kind\":\"%s\"}"
                                .formatted(id, kind))
                .expect(201);
    }

    protected void registerBody(String id) {
        post(
                        SECRETARY,
                        "/api/bodies",
                        "{\"bodyId\":\"%s\",\"name\":{\"vi\":\"so\",\"en\":\"body\"},\"kind\":\"DEPARTMENT\"}"
                                .formatted(id))
                .expect(201);
    }

    protected void registerPerson(String id, String place) {
        post(
                        SECRETARY,
                        "/api/people",
                        "{\"personId\":\"%s\",\"name\":\"Name of %s\",\"office\":\"Head\",%s}".formatted(id, id, place))
                .expect(201);
    }

    /** {@return a question in two parts, as the delegate would ask it} */
    protected String question(String id) {
        return question(id, "");
    }

    /** {@return the same, with further fields} */
    protected String question(String id, String more) {
        return """
                {"questionId":"%s","programmeId":"%s","direction":"TO_LEADERSHIP","unit":"%s",
                 "text":"What becomes of part-time workers?",
                 "parts":[{"text":"Let them move up.","topics":["cadres"]},{"number":2,"text":"Raise allowances."}]%s}""".formatted(id, programme, unit, more.isEmpty() ? "" : "," + more);
    }

    /** Raises a question as the delegate. */
    protected String raised() {
        String id = fresh("question");
        post(delegate, "/api/questions", question(id)).expect(201);
        return id;
    }

    /** Raises a question and has Home Affairs lead on both parts. */
    protected String assigned(String assignment) {
        String id = raised();
        post(SECRETARY, "/api/questions/" + id + "/assignments", assigning(assignment, homeAffairs, "LEAD", "[]"))
                .expect(200);
        return id;
    }

    protected String assigning(String assignment, String body, String role, String parts) {
        return """
                {"assignments":[{"assignmentId":"%s","body":"%s","role":"%s","parts":%s,"due":{"kind":"NONE_SET"}}]}""".formatted(assignment, body, role, parts);
    }
}
