package org.dialogue.dialogues.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.Instant;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;

class ProgrammeOverHttpIT extends Scene {

    @Test
    void aProgrammeRunsFromAnnouncementToArchive() {
        String id = fresh("run");
        Reply announced = announce(id, ",\"plannedFor\":\"2023-08-17\",\"source\":{\"document\":\"000\"}")
                .expect(201);
        assertThat(announced.header("Location")).isEqualTo("/api/programmes/" + id);
        assertThat(announced.at("/stage")).isEqualTo("ANNOUNCED");

        String path = "/api/programmes/" + id;
        assertThat(post(SECRETARY, path + "/delegates", "{\"person\":\"%s\"}".formatted(person))
                        .expect(200)
                        .at("/delegates/0/id"))
                .isEqualTo(person);
        assertThat(post(SECRETARY, path + "/opening", "").expect(200).at("/stage"))
                .isEqualTo("OPEN");
        Reply figures = post(SECRETARY, path + "/figures", figures("480")).expect(200);
        assertThat(figures.json().at("/figures/0/value").decimalValue()).isEqualByComparingTo("480");
        assertThat(post(SECRETARY, path + "/session", "{\"heldOn\":\"2023-08-17\",\"place\":\"Vinh\"}")
                        .expect(200)
                        .at("/heldOn"))
                .isEqualTo("2023-08-17");
        assertThat(post(chair, path + "/conclusion", "{\"summary\":\"Promises were made.\"}")
                        .expect(200)
                        .at("/summary"))
                .isEqualTo("Promises were made.");
        post(SECRETARY, path + "/figures", figures("460")).expect(200);
        Reply archived = post(SECRETARY, path + "/archive", "{}").expect(200);
        assertThat(archived.at("/stage")).isEqualTo("ARCHIVED");
        assertThat(archived.eTag()).isEqualTo("\"7\"");
        assertThat(post(SECRETARY, path + "/archive", "{}").expect(200).eTag()).isEqualTo("\"7\"");
        post(SECRETARY, path + "/figures", figures("500")).expectProblem(409, "programme-stage");

        await().untilAsserted(() -> assertThat(
                        get(delegate, "/api/programmes?limit=200").json().at("/items"))
                .anySatisfy(item -> {
                    assertThat(item.at("/programmeId").asString()).isEqualTo(id);
                    assertThat(item.at("/stage").asString()).isEqualTo("ARCHIVED");
                }));
    }

    @Test
    void stagesAreNotSkipped() {
        String path = "/api/programmes/" + programme;
        post(chair, path + "/conclusion", "{\"summary\":\"early\"}").expectProblem(409, "programme-stage");
        post(SECRETARY, path + "/archive", "{}").expectProblem(409, "programme-stage");
        String announced = fresh("announced");
        announce(announced, "").expect(201);
        post(SECRETARY, "/api/programmes/" + announced + "/session", "{}").expectProblem(409, "programme-stage");
    }

    @Test
    void nothingIsEnteredTwice() {
        announce(programme, "").expectProblem(409, "exists-with-other-content");
        post(SECRETARY, "/api/programmes/" + programme + "/delegates", """
                        {"person":"%s","happenedAt":"%s"}""".formatted(person, Instant.now()))
                .expectProblem(409, "delegate-registered");
    }

    @Test
    void aDelegateSpeaksForACommune() {
        String district = fresh("district");
        String official = fresh("official");
        registerUnit(district, "DISTRICT");
        registerPerson(official, "\"unit\":\"%s\"".formatted(district));
        String path = "/api/programmes/" + programme + "/delegates";
        post(SECRETARY, path, "{\"person\":\"%s\"}".formatted(official)).expectInvalid("person commune-level");
        post(SECRETARY, path, "{\"person\":\"nobody\"}").expectInvalid("person unknown-reference");
        post(SECRETARY, path, "{}").expectInvalid("person not-null");
    }

    @Test
    void everyMistakeIsNamed() {
        post(SECRETARY, "/api/programmes", "{}").expectInvalid("year not-null", "title not-null", "host not-null");
        announce(fresh("p"), ",\"happenedAt\":\"2999-01-01T00:00:00Z\"").expectInvalid("happenedAt not-in-future");
        announce(fresh("p"), ",\"plannedFor\":\"17 August\"").expectInvalid("plannedFor wrong-type");
        post(SECRETARY, "/api/programmes", "{\"year\":1999,\"title\":{\"vi\":\"x\",\"en\":\"x\"},\"host\":\"nowhere\"}")
                .expectInvalid("year min");
        post(SECRETARY, "/api/programmes", "{\"year\":2023,\"title\":{\"vi\":\"x\",\"en\":\"x\"},\"host\":\"nowhere\"}")
                .expectInvalid("host unknown-reference");
        String path = "/api/programmes/" + programme;
        post(SECRETARY, path + "/figures", "{\"figures\":[]}").expectInvalid("figures not-empty");
        post(SECRETARY, path + "/figures", figures("\"many\"")).expectInvalid("figures[0].value wrong-type");
        post(chair, path + "/conclusion", "{\"summary\":\"%s\"}".formatted("x".repeat(10_001)))
                .expectInvalid("summary size");
    }

    @Test
    void whatIsNotThereGoesNowhere() {
        post(SECRETARY, "/api/programmes/nowhere/opening", "{}").expectProblem(404, "unknown");
        post(SECRETARY, "/api/programmes/nowhere/figures", figures("1")).expectProblem(404, "unknown");
        get(delegate, "/api/programmes/nowhere").expectProblem(404, "unknown");
    }

    private Reply announce(String id, String more) {
        return post(
                SECRETARY,
                "/api/programmes",
                "{\"programmeId\":\"%s\",\"year\":2023,\"title\":{\"vi\":\"x\",\"en\":\"x\"},\"host\":\"%s\"%s}"
                        .formatted(id, homeAffairs, more));
    }

    private static String figures(String value) {
        return "{\"figures\":[{\"label\":{\"vi\":\"xa\",\"en\":\"units\"},\"value\":%s,\"unit\":\"communes\"}]}"
                .formatted(value);
    }
}
