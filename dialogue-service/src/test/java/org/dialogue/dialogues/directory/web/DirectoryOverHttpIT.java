package org.dialogue.dialogues.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.testing.Given.AUDITOR;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.kit.testing.Patience.await;

import java.util.ArrayList;
import java.util.List;
import org.dialogue.dialogues.testing.RunningService;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;

class DirectoryOverHttpIT extends RunningService {

    @Test
    void aUnitIsEnteredReadAndRenamed() {
        String district = fresh("district");
        String commune = fresh("commune");
        register(district, "\"kind\":\"DISTRICT\"").expect(201);
        Reply created = register(commune, "\"kind\":\"COMMUNE\",\"parent\":\"%s\"".formatted(district))
                .expect(201);
        assertThat(created.header("Location")).isEqualTo("/api/units/" + commune);
        assertThat(created.eTag()).isEqualTo("\"0\"");
        assertThat(created.at("/parent")).isEqualTo(district);

        Reply renamed =
                post(SECRETARY, "/api/units/" + commune + "/name", renaming()).expect(200);
        assertThat(renamed.eTag()).isEqualTo("\"1\"");

        Reply read = get(DELEGATE, "/api/units/" + commune).expect(200);
        assertThat(read.eTag()).isEqualTo("\"1\"");
        assertThat(read.at("/name/en")).isEqualTo("New");
        assertThat(read.at("/kind")).isEqualTo("COMMUNE");
    }

    @Test
    void anIdIsMadeForWhoBringsNone() {
        Reply created = post(SECRETARY, "/api/units", "{\"name\":{\"vi\":\"xa\",\"en\":\"x\"},\"kind\":\"WARD\"}")
                .expect(201);
        assertThat(created.at("/unitId")).matches("[0-9a-f-]{36}");
        get(DELEGATE, created.header("Location")).expect(200);
    }

    @Test
    void enteringAgainIsNoHarmUnlessTheContentDiffers() {
        String id = fresh("unit");
        register(id, "\"kind\":\"WARD\"").expect(201);
        assertThat(register(id, "\"kind\":\"WARD\"").expect(201).eTag()).isEqualTo("\"0\"");
        register(id, "\"kind\":\"TOWN\"").expectProblem(409, "exists-with-other-content");
    }

    @Test
    void aUnitAndABodyMayShareAnId() {
        String id = fresh("nghi-loc");
        register(id, "\"kind\":\"DISTRICT\"").expect(201);
        registerBody(id, "").expect(201);
        assertThat(get(DELEGATE, "/api/units/" + id).expect(200).at("/kind")).isEqualTo("DISTRICT");
        assertThat(get(DELEGATE, "/api/bodies/" + id).expect(200).at("/kind")).isEqualTo("DEPARTMENT");
    }

    @Test
    void everyMistakeInAUnitIsNamed() {
        String path = "/api/units";
        post(SECRETARY, path, "{}").expectInvalid("name not-null", "kind not-null");
        post(SECRETARY, path, "{\"name\":{\"vi\":\" \"},\"kind\":\"WARD\"}")
                .expectInvalid("name.vi not-blank", "name.en not-blank");
        post(SECRETARY, path, unit("\"%s\"".formatted("x".repeat(501)), "\"WARD\"", ""))
                .expectInvalid("name.vi size");
        post(SECRETARY, path, unit("\"xa\"", "\"VILLAGE\"", "")).expectInvalid("kind wrong-type");
        post(SECRETARY, path, unit("7", "\"WARD\"", "")).expectInvalid("name.vi wrong-type");
        post(SECRETARY, path, unit("\"xa\"", "\"WARD\"", ",\"unitId\":\"no spaces\""))
                .expectInvalid("unitId format");
        post(SECRETARY, path, unit("\"xa\"", "\"WARD\"", ",\"parents\":\"x\"")).expectInvalid("parents unknown-field");
        post(SECRETARY, path, unit("\"xa\"", "\"WARD\"", ",\"parent\":\"nowhere\""))
                .expectInvalid("parent unknown-reference");
        post(SECRETARY, path, unit("\"xa\"", "\"WARD\"", ",\"happenedAt\":\"2999-01-01T00:00:00Z\""))
                .expectInvalid("happenedAt not-in-future");
    }

    @Test
    void whatIsNotThereIsNotRenamed() {
        post(SECRETARY, "/api/units/nowhere/name", renaming()).expectProblem(404, "unknown");
        get(DELEGATE, "/api/units/nowhere").expectProblem(404, "unknown");
        get(DELEGATE, "/api/units/no spaces".replace(" ", "%20")).expectInvalid("id format");
    }

    @Test
    void onlyTheSecretariatKeepsTheDirectory() {
        String id = fresh("unit");
        post(
                        DELEGATE,
                        "/api/units",
                        "{\"unitId\":\"%s\",\"name\":{\"vi\":\"x\",\"en\":\"x\"},\"kind\":\"WARD\"}".formatted(id))
                .expectProblem(403, "not-permitted");
        get(SECRETARY, "/api/units/" + id).expect(404);
        post(AUDITOR, "/api/units/nowhere/name", renaming()).expectProblem(403, "not-permitted");
    }

    @Test
    void aBodyHasNamesAndAHead() {
        String body = fresh("committee");
        String person = fresh("head");
        registerBody(body, ",\"aliases\":[\"Board\",\"Organizing Committee\"]").expect(201);
        post(
                        SECRETARY,
                        "/api/people",
                        "{\"personId\":\"%s\",\"name\":\"Le Duc Cuong\",\"office\":\"Head\",\"body\":\"%s\"}"
                                .formatted(person, body))
                .expect(201);
        Reply headed = post(SECRETARY, "/api/bodies/" + body + "/head", "{\"person\":\"%s\"}".formatted(person))
                .expect(200);
        assertThat(headed.at("/head/id")).isEqualTo(person);
        assertThat(headed.text()).doesNotContain("Le Duc Cuong");

        Reply renamed = post(
                        SECRETARY,
                        "/api/bodies/" + body + "/name",
                        "{\"name\":{\"vi\":\"moi\",\"en\":\"New\"},\"aliases\":[\"Board\"],\"reason\":\"tidied\"}")
                .expect(200);
        assertThat(renamed.json().at("/aliases")).hasSize(1);
        assertThat(renamed.at("/head/id")).isEqualTo(person);
    }

    @Test
    void everyMistakeInABodyIsNamed() {
        registerBody("Upper-Case", "").expectInvalid("bodyId pattern");
        registerBody("x", "").expectInvalid("bodyId pattern");
        registerBody(fresh("body"), ",\"unit\":\"nowhere\"").expectInvalid("unit unknown-reference");
        registerBody(fresh("body"), ",\"aliases\":[\"ok\",\"\"]").expectInvalid("aliases[1] not-blank");
        String body = fresh("body");
        registerBody(body, "").expect(201);
        registerBody(body, ",\"aliases\":[\"Other\"]").expectProblem(409, "exists-with-other-content");
        post(SECRETARY, "/api/bodies/" + body + "/head", "{\"person\":\"nobody\"}")
                .expectInvalid("person unknown-reference");
        post(SECRETARY, "/api/bodies/nowhere/head", "{\"person\":\"nobody\"}").expectProblem(404, "unknown");
    }

    @Test
    void anAuthorityIsEnteredAndRead() {
        String id = fresh("central");
        String json = "{\"authorityId\":\"%s\",\"name\":{\"vi\":\"Trung uong\",\"en\":\"Central\"}}".formatted(id);
        post(SECRETARY, "/api/authorities", json).expect(201);
        post(SECRETARY, "/api/authorities", json).expect(201);
        post(SECRETARY, "/api/authorities", json.replace("Central", "State"))
                .expectProblem(409, "exists-with-other-content");
        assertThat(get(DELEGATE, "/api/authorities/" + id).expect(200).at("/name/en"))
                .isEqualTo("Central");
        get(DELEGATE, "/api/authorities/nowhere").expectProblem(404, "unknown");
        post(SECRETARY, "/api/authorities", "{}").expectInvalid("name not-null");
        post(DELEGATE, "/api/authorities", json).expectProblem(403, "not-permitted");
    }

    @Test
    void listsCatchUpAndAreReadPageByPage() {
        List<String> entered = List.of(fresh("paged"), fresh("paged"), fresh("paged"));
        entered.forEach(id -> register(id, "\"kind\":\"WARD\"").expect(201));
        post(SECRETARY, "/api/units/" + entered.get(1) + "/name", renaming()).expect(200);
        await().untilAsserted(() -> assertThat(everyUnit()).containsAll(entered).isSorted());
        await().untilAsserted(() -> assertThat(get(DELEGATE, "/api/units?limit=200")
                        .json()
                        .at("/items")
                        .findValues("en"))
                .anySatisfy(name -> assertThat(name.asString()).isEqualTo("New")));
        get(DELEGATE, "/api/bodies").expect(200);
        get(DELEGATE, "/api/authorities").expect(200);
    }

    @Test
    void pagesHaveLimits() {
        get(DELEGATE, "/api/units?limit=0").expectInvalid("limit range");
        get(DELEGATE, "/api/units?limit=201").expectInvalid("limit range");
        get(DELEGATE, "/api/units?limit=many").expectInvalid("limit wrong-type");
        get(DELEGATE, "/api/units?cursor=%21").expectInvalid("cursor format");
    }

    private List<String> everyUnit() {
        List<String> units = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = get(DELEGATE, "/api/units?limit=2" + cursor).expect(200);
            page.json()
                    .at("/items")
                    .forEach(item -> units.add(item.at("/unitId").asString()));
            assertThat(page.json().at("/items").size()).isLessThanOrEqualTo(2);
            cursor = page.at("/next").isEmpty() ? "" : "&cursor=" + page.at("/next");
        } while (!cursor.isEmpty());
        return units;
    }

    private Reply register(String id, String more) {
        return post(
                SECRETARY,
                "/api/units",
                "{\"unitId\":\"%s\",\"name\":{\"vi\":\"xa\",\"en\":\"unit\"},%s}".formatted(id, more));
    }

    private Reply registerBody(String id, String more) {
        return post(
                SECRETARY,
                "/api/bodies",
                "{\"bodyId\":\"%s\",\"name\":{\"vi\":\"so\",\"en\":\"body\"},\"kind\":\"DEPARTMENT\"%s}"
                        .formatted(id, more));
    }

    private static String unit(String vi, String kind, String more) {
        return "{\"name\":{\"vi\":%s,\"en\":\"x\"},\"kind\":%s%s}".formatted(vi, kind, more);
    }

    private static String renaming() {
        return "{\"name\":{\"vi\":\"moi\",\"en\":\"New\"},\"reason\":\"merged\"}";
    }
}
