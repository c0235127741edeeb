package org.dialogue.quality.harness;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A province with several of everybody, for tests in which people do what they like: communes whose heads ask, departments
 * that answer, a secretariat and a chair. Ids of people are made of what they speak for.
 */
public final class Crowd {

    /** The body of the leadership, for which the chair speaks. */
    public static final String HOST = "host";

    /** The communes, by unit. */
    public static final List<String> COMMUNES = List.of("commune-1", "commune-2", "commune-3");

    /** The departments, by body. */
    public static final List<String> DEPARTMENTS = List.of("department-1", "department-2", "department-3");

    /** The authority above the province. */
    public static final String AUTHORITY = "central";

    private final Issuer issuer;
    private final Suite suite;

    /**
     * A crowd before a suite.
     *
     * @param issuer who vouches for its people
     * @param suite the services, running
     */
    public Crowd(Issuer issuer, Suite suite) {
        this.issuer = issuer;
        this.suite = suite;
    }

    /** Enters all of them into the directory. */
    public void register() {
        Rest clerk = secretariat(suite.dialogues());
        post(clerk, "/api/units", """
                {"unitId": "province", "name": {"vi": "Tỉnh", "en": "Province"}, "kind": "PROVINCE"}""");
        COMMUNES.forEach(unit -> post(clerk, "/api/units", """
                {"unitId": "%1$s", "name": {"vi": "%1$s", "en": "%1$s"}, "kind": "COMMUNE", "parent": "province"}""".formatted(unit)));
        body(clerk, HOST, "LEADERSHIP");
        DEPARTMENTS.forEach(body -> body(clerk, body, "DEPARTMENT"));
        post(clerk, "/api/authorities", """
                {"authorityId": "%s", "name": {"vi": "Trung ương", "en": "Centre"}}""".formatted(AUTHORITY));
        COMMUNES.forEach(unit -> post(clerk, "/api/people", """
                {"personId": "%s", "name": "Head of %s", "office": "Chairman", "unit": "%s"}""".formatted(personOf(unit), unit, unit)));
        bodies().forEach(body -> {
            post(clerk, "/api/people", """
                    {"personId": "%s", "name": "Head of %s", "office": "Director", "body": "%s"}""".formatted(personOf(body), body, body));
            post(clerk, "/api/bodies/" + body + "/head", "{\"person\": \"%s\"}".formatted(personOf(body)));
        });
    }

    private static void body(Rest clerk, String id, String kind) {
        post(clerk, "/api/bodies", """
                {"bodyId": "%1$s", "name": {"vi": "%1$s", "en": "%1$s"}, "kind": "%2$s"}""".formatted(id, kind));
    }

    private static void post(Rest clerk, String path, String json) {
        clerk.post(path, json).succeeded();
    }

    /** {@return the id of the head of a commune or body} */
    public static String personOf(String unitOrBody) {
        return "p-" + unitOrBody;
    }

    /** {@return the bodies that can be asked} */
    public static List<String> bodies() {
        return Stream.concat(DEPARTMENTS.stream(), Stream.of(HOST)).toList();
    }

    /** {@return somebody of the secretariat} */
    public Rest secretariat(ServiceProcess service) {
        return rest(service, "clerk", Map.of("roles", List.of("secretariat"), "office", "Secretariat"));
    }

    /** {@return who presides} */
    public Rest chair(ServiceProcess service) {
        return rest(
                service,
                "chair",
                Map.of("roles", List.of("chair"), "person_id", personOf(HOST), "body", HOST, "office", "Chairman"));
    }

    /** {@return the head of a commune} */
    public Rest delegate(ServiceProcess service, String unit) {
        return rest(
                service,
                unit,
                Map.of("roles", List.of("delegate"), "person_id", personOf(unit), "unit", unit, "office", "Chairman"));
    }

    /** {@return who heads a body} */
    public Rest head(ServiceProcess service, String body) {
        return rest(
                service,
                body,
                Map.of("roles", List.of("head"), "person_id", personOf(body), "body", body, "office", "Director"));
    }

    /** {@return who keeps the programs running} */
    public Rest operator(ServiceProcess service) {
        return rest(service, "operator", Map.of("roles", List.of("operator"), "office", "Operations"));
    }

    private Rest rest(ServiceProcess service, String subject, Map<String, Object> claims) {
        return new Rest(service.address(), () -> issuer.token(subject, claims));
    }
}
