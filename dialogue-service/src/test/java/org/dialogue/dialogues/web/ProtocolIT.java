package org.dialogue.dialogues.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import org.dialogue.dialogues.testing.Scene;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;

/** What HTTP itself promises: conditions on versions, repeats under a key, limits. */
class ProtocolIT extends Scene {

    @Test
    void aConditionOnAnOldVersionIsNotMet() {
        String id = assigned(fresh("a"));
        String path = "/api/questions/" + id + "/withdrawal";
        String json = "{\"reason\":\"settled\"}";
        post(delegate, path, json, "If-Match", "\"0\"").expectProblem(412, "stale-version");
        post(delegate, path, json, "If-Match", "0").expectInvalid("If-Match format");
        assertThat(get(delegate, "/api/questions/" + id).at("/status")).isEqualTo("ASSIGNED");
        post(delegate, path, json, "If-Match", "\"1\"").expect(200);
    }

    @Test
    void aConditionHoldsForTheSecretariatActingForSomebodyToo() {
        String id = assigned(fresh("a"));
        String path = "/api/questions/" + id + "/withdrawal";
        post(SECRETARY, path, "{\"reason\":\"settled\"}", "If-Match", "\"0\"").expectProblem(412, "stale-version");
        post(SECRETARY, path, "{\"reason\":\"settled\"}", "If-Match", "\"1\"").expect(200);
    }

    @Test
    void aRepeatUnderTheSameKeyGetsTheSameAnswer() {
        String key = fresh("key");
        String json = "{\"name\":{\"vi\":\"xa\",\"en\":\"x\"},\"kind\":\"WARD\"}";
        Reply first =
                post(SECRETARY, "/api/units", json, "Idempotency-Key", key).expect(201);
        Reply second =
                post(SECRETARY, "/api/units", json, "Idempotency-Key", key).expect(201);
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotEmpty();
        assertThat(second.eTag()).isEqualTo(first.eTag());
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(post(SECRETARY, "/api/units", json).expect(201).header("Location"))
                .isNotEqualTo(first.header("Location"));
    }

    @Test
    void aRepeatUndoesNothingThatCameAfterIt() {
        String key = fresh("key");
        String unit = fresh("unit");
        post(SECRETARY, "/api/units", "{\"unitId\":\"%s\",%s,\"kind\":\"WARD\"}".formatted(unit, named("first")))
                .expect(201);
        String path = "/api/units/" + unit + "/name";
        String renaming = "{%s,\"reason\":\"merged\"}".formatted(named("second"));
        post(SECRETARY, path, renaming, "Idempotency-Key", key).expect(200);
        post(SECRETARY, path, renaming.replace("second", "third")).expect(200);

        Reply repeated = post(SECRETARY, path, renaming, "Idempotency-Key", key).expect(200);

        assertThat(repeated.at("/name/en")).isEqualTo("third");
        assertThat(repeated.eTag()).isEqualTo("\"2\"");
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    }

    /** Nor is it kept anywhere to be answered with. */
    @Test
    void anErasedNameDoesNotComeBackByARepeat() {
        String key = fresh("key");
        String person = fresh("person");
        String registration =
                "{\"personId\":\"%s\",\"name\":\"Nguyen Thi Binh\",\"office\":\"Clerk\"}".formatted(person);
        assertThat(post(SECRETARY, "/api/people", registration, "Idempotency-Key", key)
                        .expect(201)
                        .text())
                .contains("Nguyen Thi Binh");
        post(SECRETARY, "/api/people/" + person + "/name-erasure", "{\"reason\":\"asked for\"}")
                .expect(200);
        await().untilAsserted(() ->
                assertThat(get(SECRETARY, "/api/people/" + person).text()).doesNotContain("Nguyen"));

        Reply repeated = post(SECRETARY, "/api/people", registration, "Idempotency-Key", key)
                .expect(201);

        assertThat(repeated.text()).doesNotContain("Nguyen");
        assertThat(get(SECRETARY, "/api/people/" + person).text()).doesNotContain("Nguyen");
    }

    @Test
    void aKeyBelongsToOneRequest() {
        String key = fresh("key");
        String json = "{\"name\":{\"vi\":\"xa\",\"en\":\"x\"},\"kind\":\"WARD\"}";
        post(SECRETARY, "/api/units", json, "Idempotency-Key", key).expect(201);
        post(SECRETARY, "/api/units", json.replace("WARD", "TOWN"), "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void bodiesHaveALimit() {
        post(delegate, "/api/questions", question(fresh("q"), "\"x\":\"%s\"".formatted("x".repeat(300_000))))
                .expect(413);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        post(SECRETARY, "/api/units", "{\"name\":").expectInvalid(" malformed-json");
        post(SECRETARY, "/api/units", "").expectInvalid(" required");
    }

    private static String named(String name) {
        return "\"name\":{\"vi\":\"%1$s\",\"en\":\"%1$s\"}".formatted(name);
    }
}
