package org.dialogue.quality.harness;

import java.util.List;
import java.util.Map;

/**
 * A small province: one commune whose head asks, one department that answers, a secretariat and a chair. Enough for any
 * question's whole road; the sample programme is for breadth.
 */
public final class Cast {

    private static final String COMMUNE = "hill-commune";
    private static final String HOST = "people-committee";
    private static final String DEPARTMENT = "transport";
    private static final String DELEGATE = "person-delegate";
    private static final String HEAD = "person-head";
    private static final String CHAIR = "person-chair";

    private final Issuer issuer;

    /** @param issuer who vouches for the people */
    public Cast(Issuer issuer) {
        this.issuer = issuer;
    }

    /** {@return somebody of the secretariat} */
    public Rest secretariat(ServiceProcess service) {
        return rest(service, "clerk", Map.of("roles", List.of("secretariat"), "office", "Secretariat"));
    }

    /** {@return the head of the commune} */
    public Rest delegate(ServiceProcess service) {
        return rest(
                service,
                "delegate",
                Map.of(
                        "roles",
                        List.of("delegate"),
                        "person_id",
                        DELEGATE,
                        "unit",
                        COMMUNE,
                        "office",
                        "Head of the commune"));
    }

    /** {@return somebody who drafts for the department} */
    public Rest officer(ServiceProcess service) {
        return rest(service, "officer", Map.of("roles", List.of("officer"), "body", DEPARTMENT, "office", "Officer"));
    }

    /** {@return the head of the department} */
    public Rest head(ServiceProcess service) {
        return rest(
                service,
                "head",
                Map.of("roles", List.of("head"), "person_id", HEAD, "body", DEPARTMENT, "office", "Director"));
    }

    /** {@return who presides} */
    public Rest chair(ServiceProcess service) {
        return rest(
                service,
                "chair",
                Map.of("roles", List.of("chair"), "person_id", CHAIR, "body", HOST, "office", "Chairman"));
    }

    /** {@return who keeps the programs running} */
    public Rest operator(ServiceProcess service) {
        return rest(service, "operator", Map.of("roles", List.of("operator"), "office", "Operations"));
    }

    /** {@return who audits} */
    public Rest auditor(ServiceProcess service) {
        return rest(service, "auditor", Map.of("roles", List.of("auditor"), "office", "Provincial audit"));
    }

    private Rest rest(ServiceProcess service, String subject, Map<String, Object> claims) {
        return new Rest(service.address(), () -> issuer.token(subject, claims));
    }

    /** {@return the code of the department} */
    public String department() {
        return DEPARTMENT;
    }

    /**
     * Enters the province into the directory.
     *
     * @param dialogues a running dialogue-service
     */
    public void register(ServiceProcess dialogues) {
        Rest clerk = secretariat(dialogues);
        unit(clerk, "province", "PROVINCE", "");
        unit(clerk, COMMUNE, "COMMUNE", ", \"parent\": \"province\"");
        body(clerk, HOST, "LEADERSHIP");
        body(clerk, DEPARTMENT, "DEPARTMENT");
        person(clerk, DELEGATE, "Head of the commune", ", \"unit\": \"%s\"".formatted(COMMUNE));
        person(clerk, HEAD, "Director", ", \"body\": \"%s\"".formatted(DEPARTMENT));
        person(clerk, CHAIR, "Chairman", ", \"body\": \"%s\"".formatted(HOST));
        clerk.post("/api/bodies/" + DEPARTMENT + "/head", "{\"person\": \"%s\"}".formatted(HEAD))
                .succeeded();
    }

    private static void unit(Rest clerk, String id, String kind, String more) {
        String unit = "{\"unitId\": \"%s\", \"name\": {\"vi\": \"%s\", \"en\": \"%s\"}, \"kind\": \"%s\"%s}";
        clerk.post("/api/units", unit.formatted(id, id, id, kind, more)).succeeded();
    }

    private static void body(Rest clerk, String id, String kind) {
        String body = "{\"bodyId\": \"%s\", \"name\": {\"vi\": \"%s\", \"en\": \"%s\"}, \"kind\": \"%s\"}";
        clerk.post("/api/bodies", body.formatted(id, id, id, kind)).succeeded();
    }

    private static void person(Rest clerk, String id, String office, String more) {
        String person = "{\"personId\": \"%s\", \"name\": \"Name of %s\", \"office\": \"%s\"%s}";
        clerk.post("/api/people", person.formatted(id, id, office, more)).succeeded();
    }

    /**
     * Announces and opens a programme with the commune's head as its delegate.
     *
     * @param dialogues a running dialogue-service that knows the province
     * @param programme the programme's id
     */
    public void openProgramme(ServiceProcess dialogues, String programme) {
        Rest clerk = secretariat(dialogues);
        String announcement = """
                {"programmeId": "%s", "year": 2024, "host": "%s",
                 "title": {"vi": "Doi thoai 2024", "en": "Dialogue 2024"}}""".formatted(programme, HOST);
        String address = "/api/programmes/" + programme;
        clerk.post("/api/programmes", announcement).succeeded();
        clerk.post(address + "/delegates", "{\"person\": \"%s\"}".formatted(DELEGATE))
                .succeeded();
        clerk.post(address + "/opening", "{}").succeeded();
    }

    /** {@return the id of the delegate's commune} */
    public String commune() {
        return COMMUNE;
    }
}
