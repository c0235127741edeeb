package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestTokens;
import org.dialogue.ledger.EventLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(classes = SampleService.class)
class RestEdgeIT {

    private static final Actor SECRETARIAT = TestActors.secretariat();
    private static final String GOOD = "{\"reason\":\"of age\"}";

    @LocalServerPort
    int port;

    @Autowired
    EventLedger ledger;

    @Test
    void createsWithLocationAndVersion() {
        Reply created = as(SECRETARIAT).post("/api/papers", GOOD);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().firstValue("ETag")).contains("\"0\"");
        Reply found = as(SECRETARIAT).get(location(created));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.headers().firstValue("ETag")).contains("\"0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":\" \"} | reason | not-blank",
                "{} | reason | not-blank",
                "{\"reason\":\"x\",\"colour\":1} | colour | unknown-field",
                "{\"reason\":\"x\",\"pages\":[{\"number\":1},{\"number\":\"two\"}]} | pages[1].number | wrong-type",
                "{\"reason\":\"x\",\"pages\":[{\"number\":1,\"side\":2}]} | pages[0].side | unknown-field",
                "{\"reason\":7} | reason | wrong-type",
                "{\"reason\":\"x\",\"body\":\"no good id\"} | body | format",
                "{\"reason\":\"x\",\"body\":{\"value\":\"b\"}} | body | wrong-type",
                "{\"reason\": | '' | malformed-json",
                "'' | '' | required"
            })
    void namesFieldAndRuleOfBadInput(String body, String field, String rule) {
        Reply refused = as(SECRETARIAT).post("/api/papers", body);

        assertProblem(refused, 400, "urn:dialogue:problem:invalid-input");
        assertThat(refused.text()).contains("\"field\":\"" + field + "\"").contains("\"rule\":\"" + rule + "\"");
    }

    @Test
    void namesAFieldThatIsTooLong() {
        Reply refused = as(SECRETARIAT).post("/api/papers", "{\"reason\":\"" + "x".repeat(201) + "\"}");

        assertProblem(refused, 400, "urn:dialogue:problem:invalid-input");
        assertThat(refused.text()).contains("\"field\":\"reason\"").contains("\"rule\":\"size\"");
    }

    @Test
    void namesBadPathsAndParameters() {
        Reply badId = as(SECRETARIAT).get("/api/papers/-no");
        assertProblem(badId, 400, "urn:dialogue:problem:invalid-input");
        assertThat(badId.text()).contains("\"field\":\"id\"").contains("\"rule\":\"format\"");

        Reply badPage = as(SECRETARIAT).get("/api/papers/p1?page=two");
        assertProblem(badPage, 400, "urn:dialogue:problem:invalid-input");
        assertThat(badPage.text()).contains("\"field\":\"page\"").contains("\"rule\":\"wrong-type\"");
    }

    @Test
    void answersEveryRefusalAsAProblem() {
        String paper = location(as(SECRETARIAT).post("/api/papers", GOOD));

        assertProblem(as(SECRETARIAT).get("/api/papers/unheard-of"), 404, "urn:dialogue:problem:unknown");
        assertProblem(as(SECRETARIAT).get("/nowhere"), 404, "urn:dialogue:problem:not-found");
        assertProblem(as(SECRETARIAT).put("/api/papers/unheard-of", GOOD), 404, "urn:dialogue:problem:unknown");
        assertProblem(as(SECRETARIAT).send("PATCH", paper, GOOD), 405, "urn:dialogue:problem:method-not-allowed");
        assertProblem(
                as(SECRETARIAT).post("/api/papers", "hello", "Content-Type", "text/plain"),
                415,
                "urn:dialogue:problem:unsupported-media-type");
        assertProblem(as(SECRETARIAT).put(paper, GOOD), 409, "urn:dialogue:problem:nothing-to-amend");
        assertProblem(
                as(SECRETARIAT).put(paper, "{\"reason\":\"forbidden\"}"), 403, "urn:dialogue:problem:not-permitted");
        assertProblem(as(SECRETARIAT).send("DELETE", paper, ""), 403, "urn:dialogue:problem:not-permitted");
        assertProblem(
                as(SECRETARIAT).post("/api/papers", "{\"reason\":\"" + "x".repeat(300_000) + "\"}"),
                413,
                "urn:dialogue:problem:body-too-large");
    }

    @Test
    void refusesAStaleVersion() {
        String paper = location(as(SECRETARIAT).post("/api/papers", GOOD));

        Reply amended = as(SECRETARIAT).put(paper, "{\"reason\":\"second\"}", "If-Match", "\"0\"");
        assertThat(amended.status()).isEqualTo(204);
        assertThat(amended.headers().firstValue("ETag")).contains("\"1\"");

        assertProblem(
                as(SECRETARIAT).put(paper, "{\"reason\":\"third\"}", "If-Match", "\"0\""),
                412,
                "urn:dialogue:problem:stale-version");
        assertProblem(
                as(SECRETARIAT).put(paper, "{\"reason\":\"third\"}", "If-Match", "first"),
                400,
                "urn:dialogue:problem:invalid-input");
        assertThat(as(SECRETARIAT)
                        .put(paper, "{\"reason\":\"third\"}", "If-Match", "*")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void replaysTheAnswerUnderAnIdempotencyKey() {
        Reply first = as(SECRETARIAT).post("/api/papers", GOOD, "Idempotency-Key", "k-1");
        long head = ledger.head();
        Reply repeated = as(SECRETARIAT).post("/api/papers", GOOD, "Idempotency-Key", "k-1");

        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(repeated.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(repeated.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void refusesAnIdempotencyKeyWithAnotherBody() {
        as(SECRETARIAT).post("/api/papers", GOOD, "Idempotency-Key", "k-2");

        assertProblem(
                as(SECRETARIAT).post("/api/papers", "{\"reason\":\"other\"}", "Idempotency-Key", "k-2"),
                422,
                "urn:dialogue:problem:idempotency-key-reused");
    }

    @Test
    void keepsTheKeysOfDifferentPeopleApart() {
        Reply one = as(SECRETARIAT).post("/api/papers", GOOD, "Idempotency-Key", "k-3");
        Actor other = new Actor("other", null, null, null, null, SECRETARIAT.roles(), null);
        Reply two = as(other).post("/api/papers", GOOD, "Idempotency-Key", "k-3");

        assertThat(location(two)).isNotEqualTo(location(one));
    }

    @Test
    void carriesARepeatedRequestOutOnceHoweverManyComeAtOnce() {
        long head = ledger.head();
        List<CompletableFuture<Reply>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> as(SECRETARIAT).post("/api/papers", GOOD, "Idempotency-Key", "k-4")))
                .toList();

        assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(201);
        assertThat(ledger.head()).isEqualTo(head + 1);
    }

    @Test
    void asksForAValidToken() {
        String path = "/api/papers/p1";

        Reply anonymous = Caller.anonymous(port).get(path);
        assertProblem(anonymous, 401, "urn:dialogue:problem:not-authenticated");
        assertThat(anonymous.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Caller.withToken(port, TestTokens.expired(SECRETARIAT))
                        .get(path)
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, TestTokens.forAnotherAudience(SECRETARIAT))
                        .get(path)
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, TestTokens.ofAnotherIssuer(SECRETARIAT))
                        .get(path)
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, TestTokens.forged(SECRETARIAT))
                        .get(path)
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, TestTokens.of(SECRETARIAT)).get(path).status())
                .isEqualTo(404);
    }

    @Test
    void refusesTheWrongRole() {
        assertProblem(as(TestActors.auditor()).post("/api/papers", GOOD), 403, "urn:dialogue:problem:not-permitted");
    }

    private Caller as(Actor actor) {
        return Caller.as(port, actor);
    }

    private static String location(Reply response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static void assertProblem(Reply response, int status, String type) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.text()).contains("\"type\":\"" + type + "\"").contains("\"status\":" + status);
    }
}
