package org.dialogue.dialogues.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dialogue.dialogues.testing.Scene;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Units, bodies, programmes and people are filtered, sorted and paged alike. */
class ListsOverHttpIT extends Scene {

    @Test
    void unitsByKindAndParent() {
        String parent = fresh("district");
        registerUnit(parent, "DISTRICT");
        List<String> wards = List.of(sorted(unitIn(parent, "WARD"), unitIn(parent, "WARD")));
        String town = unitIn(parent, "TOWN");
        String elsewhere = unitIn(unit, "WARD");
        String path = "/api/units?parent=" + parent;
        awaitListed(path, "unitId", wards.get(0), wards.get(1), town);
        awaitListed("/api/units?parent=" + unit, "unitId", elsewhere);

        assertThat(listed(path + "&kind=WARD", "unitId")).containsExactlyElementsOf(wards);
        assertThat(listed(path + "&kind=WARD&kind=TOWN", "unitId"))
                .containsExactly(sorted(wards.get(0), wards.get(1), town));
        assertThat(listed(path + "&kind=CITY", "unitId")).isEmpty();
        assertSorted(path, "unitId", "kind", town, wards.get(0), wards.get(1));
        get(delegate, "/api/units?parent=nowhere").expectInvalid("parent unknown-reference");
        get(delegate, "/api/units?kind=VILLAGE").expectInvalid("kind wrong-type");
        expectOrderly("/api/units");
    }

    @Test
    void bodiesByKindAndUnit() {
        List<String> departments = List.of(sorted(bodyIn(unit, "DEPARTMENT"), bodyIn(unit, "DEPARTMENT")));
        String leadership = bodyIn(unit, "LEADERSHIP");
        String path = "/api/bodies?unit=" + unit;
        awaitListed(path, "bodyId", departments.get(0), departments.get(1), leadership);

        assertThat(listed(path + "&kind=DEPARTMENT", "bodyId")).containsExactlyElementsOf(departments);
        assertThat(listed(path + "&kind=DEPARTMENT&kind=LEADERSHIP", "bodyId")).hasSize(3);
        assertSorted(path, "bodyId", "kind", departments.get(0), departments.get(1), leadership);
        get(delegate, "/api/bodies?unit=nowhere").expectInvalid("unit unknown-reference");
        get(delegate, "/api/bodies?kind=CLUB").expectInvalid("kind wrong-type");
        expectOrderly("/api/bodies");
    }

    @Test
    void programmesByYearAndStage() {
        List<String> announced = List.of(sorted(fresh("announced"), fresh("announced")));
        String opened = fresh("opened");
        announce(announced.get(0), 2031);
        announce(announced.get(1), 2032);
        announce(opened, 2031);
        open(opened);
        String path = "/api/programmes?year=2031&year=2032";
        awaitListed(path + "&stage=OPEN", "programmeId", opened);
        awaitListed(path, "programmeId", announced.get(0), announced.get(1), opened);

        assertThat(listed(path, "programmeId")).containsExactly(announced.get(0), announced.get(1), opened);
        assertThat(listed("/api/programmes?year=2031", "programmeId")).containsExactly(announced.get(0), opened);
        assertThat(listed("/api/programmes?year=2031&stage=ANNOUNCED", "programmeId"))
                .containsExactly(announced.get(0));
        assertThat(listed(path + "&stage=OPEN&stage=ANNOUNCED", "programmeId")).hasSize(3);
        assertThat(listed("/api/programmes?year=1901", "programmeId")).isEmpty();
        assertSorted(path, "programmeId", "year", announced.get(0), opened, announced.get(1));
        assertSorted(path, "programmeId", "stage", announced.get(0), announced.get(1), opened);
        get(delegate, "/api/programmes?year=many").expectInvalid("year wrong-type");
        get(delegate, "/api/programmes?stage=LOST").expectInvalid("stage wrong-type");
        expectOrderly("/api/programmes");
    }

    @Test
    void peopleByUnitAndBody() {
        String neighbour = fresh("person");
        String mover = fresh("person");
        registerPerson(neighbour, "\"unit\":\"%s\"".formatted(unit));
        registerPerson(mover, "\"unit\":\"%s\",\"body\":\"%s\"".formatted(unit, police));
        String path = "/api/people?unit=" + unit;
        awaitListed(path, "personId", person, neighbour, mover);
        awaitListed("/api/people?body=" + homeAffairs, "personId", chair.personId());

        assertThat(listed(path + "&body=" + police, "personId")).containsExactly(mover);
        assertThat(paged(path, "personId")).containsExactly(sorted(person, neighbour, mover));
        post(SECRETARY, "/api/people/" + mover + "/office", "{\"office\":\"Head\",\"body\":\"%s\"}".formatted(police))
                .expect(200);
        awaitListed(path, "personId", person, neighbour);
        get(delegate, "/api/people?unit=nowhere").expectInvalid("unit unknown-reference");
        get(delegate, "/api/people?body=nowhere").expectInvalid("body unknown-reference");
        get(delegate, "/api/people?sort=name").expectInvalid("sort unknown-parameter");
        get(delegate, "/api/people?limit=0").expectInvalid("limit range");
        get(delegate, "/api/people?cursor=%21").expectInvalid("cursor format");
    }

    /** Equals stand in the order of their ids, in both directions the same list turned round, page by page as in one. */
    private void assertSorted(String path, String id, String field, String... ascending) {
        assertThat(listed(path + "&sort=" + field, id)).containsExactly(ascending);
        assertThat(paged(path + "&sort=" + field, id)).containsExactly(ascending);
        List<String> descending = new ArrayList<>(List.of(ascending));
        Collections.reverse(descending);
        assertThat(listed(path + "&sort=-" + field, id)).containsExactlyElementsOf(descending);
        assertThat(paged(path + "&sort=-" + field, id)).containsExactlyElementsOf(descending);
    }

    private void expectOrderly(String path) {
        get(delegate, path + "?sort=colour").expectInvalid("sort known");
        get(delegate, path + "?limit=0").expectInvalid("limit range");
        get(delegate, path + "?limit=201").expectInvalid("limit range");
        get(delegate, path + "?cursor=%21").expectInvalid("cursor format");
        get(delegate, path + "?colour=red").expectInvalid("colour unknown-parameter");
    }

    private void awaitListed(String path, String id, String... wanted) {
        await().untilAsserted(() -> assertThat(listed(path, id)).containsExactly(sorted(wanted)));
    }

    private static String[] sorted(String... ids) {
        return List.of(ids).stream().sorted().toArray(String[]::new);
    }

    private List<String> listed(String path, String id) {
        List<String> found = new ArrayList<>();
        get(delegate, path)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> found.add(item.at("/" + id).asString()));
        return found;
    }

    /** Reads the list one entry a page. */
    private List<String> paged(String path, String id) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    get(delegate, path + "&limit=1" + cursor).expect(200).json();
            assertThat(page.at("/items")).hasSize(1);
            found.add(page.at("/items/0/" + id).asString());
            cursor = page.has("next") ? "&cursor=" + page.at("/next").asString() : "";
        } while (!cursor.isEmpty());
        return found;
    }

    private String unitIn(String parent, String kind) {
        String id = fresh("unit");
        post(
                        SECRETARY,
                        "/api/units",
                        "{\"unitId\":\"%s\",\"name\":{\"vi\":\"xa\",\"en\":\"unit\"},\"kind\":\"%s\",\"parent\":\"%s\"}"
                                .formatted(id, kind, parent))
                .expect(201);
        return id;
    }

    private String bodyIn(String place, String kind) {
        String id = fresh("body");
        post(
                        SECRETARY,
                        "/api/bodies",
                        "{\"bodyId\":\"%s\",\"name\":{\"vi\":\"so\",\"en\":\"body\"},\"kind\":\"%s\",\"unit\":\"%s\"}"
                                .formatted(id, kind, place))
                .expect(201);
        return id;
    }
}
