package org.dialogue.dialogues.web;

import static org.assertj.core.api.Assertions.assertThat;

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
}
