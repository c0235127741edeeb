package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.Api;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestTokens;
import org.dialogue.ledger.EventLedger;
import org.junit.jupiter.api.BeforeEach;
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

    Api api;

    @BeforeEach
    void setUp() {
        api = new Api(port);
    }

    @Test
    void createsWithLocationAndVersion() {
        HttpResponse<String> created = api.send(SECRETARIAT, "POST", "/api/papers", GOOD);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("ETag")).contains("\"0\"");
        HttpResponse<String> found = api.get(SECRETARIAT, location(created));
        assertThat(found.statusCode()).isEqualTo(200);
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
        HttpResponse<String> refused = api.send(SECRETARIAT, "POST", "/api/papers", body);

        assertProblem(refused, 400, "urn:dialogue:problem:invalid-input");
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"").contains("\"rule\":\"" + rule + "\"");
    }

    @Test
    void namesAFieldThatIsTooLong() {
        HttpResponse<String> refused =
                api.send(SECRETARIAT, "POST", "/api/papers", "{\"reason\":\"" + "x".repeat(201) + "\"}");

        assertProblem(refused, 400, "urn:dialogue:problem:invalid-input");
        assertThat(refused.body()).contains("\"field\":\"reason\"").contains("\"rule\":\"size\"");
    }

    @Test
    void namesBadPathsAndParameters() {
        HttpResponse<String> badId = api.get(SECRETARIAT, "/api/papers/-no");
        assertProblem(badId, 400, "urn:dialogue:problem:invalid-input");
        assertThat(badId.body()).contains("\"field\":\"id\"").contains("\"rule\":\"format\"");

        HttpResponse<String> badPage = api.get(SECRETARIAT, "/api/papers/p1?page=two");
        assertProblem(badPage, 400, "urn:dialogue:problem:invalid-input");
        assertThat(badPage.body()).contains("\"field\":\"page\"").contains("\"rule\":\"wrong-type\"");
    }

    @Test
    void answersEveryRefusalAsAProblem() {
        String paper = location(api.send(SECRETARIAT, "POST", "/api/papers", GOOD));

        assertProblem(api.get(SECRETARIAT, "/api/papers/unheard-of"), 404, "urn:dialogue:problem:unknown");
        assertProblem(api.get(SECRETARIAT, "/nowhere"), 404, "urn:dialogue:problem:not-found");
        assertProblem(
                api.send(SECRETARIAT, "PUT", "/api/papers/unheard-of", GOOD), 404, "urn:dialogue:problem:unknown");
        assertProblem(api.send(SECRETARIAT, "PATCH", paper, GOOD), 405, "urn:dialogue:problem:method-not-allowed");
        assertProblem(
                api.send(api.request("/api/papers")
                        .header("Authorization", TestTokens.bearer(SECRETARIAT))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("hello"))),
                415,
                "urn:dialogue:problem:unsupported-media-type");
        assertProblem(api.send(SECRETARIAT, "PUT", paper, GOOD), 409, "urn:dialogue:problem:nothing-to-amend");
        assertProblem(
                api.send(SECRETARIAT, "PUT", paper, "{\"reason\":\"forbidden\"}"),
                403,
                "urn:dialogue:problem:not-permitted");
        assertProblem(api.send(SECRETARIAT, "DELETE", paper, ""), 403, "urn:dialogue:problem:not-permitted");
        assertProblem(
                api.send(SECRETARIAT, "POST", "/api/papers", "{\"reason\":\"" + "x".repeat(300_000) + "\"}"),
                413,
                "urn:dialogue:problem:body-too-large");
    }

    @Test
    void refusesAStaleVersion() {
        String paper = location(api.send(SECRETARIAT, "POST", "/api/papers", GOOD));

        HttpResponse<String> amended =
                api.send(SECRETARIAT, "PUT", paper, "{\"reason\":\"second\"}", "If-Match", "\"0\"");
        assertThat(amended.statusCode()).isEqualTo(204);
        assertThat(amended.headers().firstValue("ETag")).contains("\"1\"");

        assertProblem(
                api.send(SECRETARIAT, "PUT", paper, "{\"reason\":\"third\"}", "If-Match", "\"0\""),
                412,
                "urn:dialogue:problem:stale-version");
        assertProblem(
                api.send(SECRETARIAT, "PUT", paper, "{\"reason\":\"third\"}", "If-Match", "first"),
                400,
                "urn:dialogue:problem:invalid-input");
        assertThat(api.send(SECRETARIAT, "PUT", paper, "{\"reason\":\"third\"}", "If-Match", "*")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void replaysTheAnswerUnderAnIdempotencyKey() {
        HttpResponse<String> first = api.send(SECRETARIAT, "POST", "/api/papers", GOOD, "Idempotency-Key", "k-1");
        long head = ledger.head();
        HttpResponse<String> repeated = api.send(SECRETARIAT, "POST", "/api/papers", GOOD, "Idempotency-Key", "k-1");

        assertThat(repeated.statusCode()).isEqualTo(201);
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
        api.send(SECRETARIAT, "POST", "/api/papers", GOOD, "Idempotency-Key", "k-2");

        assertProblem(
                api.send(SECRETARIAT, "POST", "/api/papers", "{\"reason\":\"other\"}", "Idempotency-Key", "k-2"),
                422,
                "urn:dialogue:problem:idempotency-key-reused");
    }

    @Test
    void keepsTheKeysOfDifferentPeopleApart() {
        HttpResponse<String> one = api.send(SECRETARIAT, "POST", "/api/papers", GOOD, "Idempotency-Key", "k-3");
        Actor other = new Actor("other", null, null, null, null, SECRETARIAT.roles(), null);
        HttpResponse<String> two = api.send(other, "POST", "/api/papers", GOOD, "Idempotency-Key", "k-3");

        assertThat(location(two)).isNotEqualTo(location(one));
    }

    @Test
    void carriesARepeatedRequestOutOnceHoweverManyComeAtOnce() {
        long head = ledger.head();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> api.send(SECRETARIAT, "POST", "/api/papers", GOOD, "Idempotency-Key", "k-4")))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.join().statusCode())
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(ledger.head()).isEqualTo(head + 1);
    }

    @Test
    void asksForAValidToken() {
        String path = "/api/papers/p1";

        HttpResponse<String> anonymous = api.getAnonymously(path);
        assertProblem(anonymous, 401, "urn:dialogue:problem:not-authenticated");
        assertThat(anonymous.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(api.getWithToken(TestTokens.expired(SECRETARIAT), path).statusCode())
                .isEqualTo(401);
        assertThat(api.getWithToken(TestTokens.forAnotherAudience(SECRETARIAT), path)
                        .statusCode())
                .isEqualTo(401);
        assertThat(api.getWithToken(TestTokens.ofAnotherIssuer(SECRETARIAT), path)
                        .statusCode())
                .isEqualTo(401);
        assertThat(api.getWithToken(TestTokens.forged(SECRETARIAT), path).statusCode())
                .isEqualTo(401);
        assertThat(api.getWithToken(TestTokens.of(SECRETARIAT), path).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesTheWrongRole() {
        assertProblem(
                api.send(TestActors.auditor(), "POST", "/api/papers", GOOD), 403, "urn:dialogue:problem:not-permitted");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains("\"type\":\"" + type + "\"").contains("\"status\":" + status);
    }
}
