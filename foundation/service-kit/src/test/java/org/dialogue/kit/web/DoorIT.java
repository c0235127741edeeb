package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What callers may send that no honest client sends. */
@ServiceTest(classes = SampleService.class)
@ExtendWith(OutputCaptureExtension.class)
class DoorIT {

    private static final Actor SECRETARIAT = TestActors.secretariat();
    private static final String GOOD = "{\"reason\":\"of age\"}";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "application/xml",
                "text/xml",
                "application/cbor",
                "application/x-smile",
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed",
                "application/json;charset=utf-16",
                "application/json;charset=latin1",
                "application/json;charset=nonsense",
                "application/json;charset=\"",
                "application/json, text/plain",
                "*/*",
                "application/*",
                "application/*+json",
                "json",
                "/"
            })
    void readsJsonAlone(String type) {
        as().post("/api/papers", GOOD, "Content-Type", type).expectProblem(415, "unsupported-media-type");
        Caller.anonymous(port)
                .send("GET", "/api/ledger/keys", "", "Content-Type", type)
                .expectProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/yaml", "application/xml", "application/cbor", "image/png"})
    void writesJsonAlone(String type) {
        String paper = as().post("/api/papers", GOOD).header("Location");

        as().send("GET", paper, "", "Accept", type).expectProblem(406, "not-acceptable");
        Caller.anonymous(port)
                .send("GET", "/api/ledger/tree", "", "Accept", type)
                .expectProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "a/b/c",
                "application/json;q=2",
                "application/json;charset=latin1",
                "application/json;charset=nonsense",
                "*/json"
            })
    void refusesWhatNobodyCanAccept(String type, CapturedOutput log) {
        for (String path : new String[] {
            "/api/papers/p1", "/api/ledger/tree", "/actuator/health", "/actuator/prometheus", "/nowhere"
        }) {
            as().send("GET", path, "", "Accept", type).expectProblem(406, "not-acceptable");
        }
        assertThat(log.getOut() + log.getErr()).doesNotContain("\tat org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void readsNoOtherUnicode(String charset, CapturedOutput log) {
        String body = new String(GOOD.getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
        String answer = raw(
                "POST /api/papers HTTP/1.1",
                "Authorization: " + TestTokens.bearer(SECRETARIAT),
                "Content-Type: application/json",
                "Content-Length: " + body.length() + "\r\n\r\n" + body);
        assertCallersProblem(answer, log);
        assertThat(answer).contains("\"malformed-encoding\"");
    }

    @Test
    void takesAnEmptyAcceptForNone(CapturedOutput log) {
        for (String path : new String[] {"/api/ledger/tree", "/actuator/health", "/actuator/prometheus"}) {
            assertThat(raw("GET " + path + " HTTP/1.1", "Accept:")).startsWith("HTTP/1.1 200");
        }
        assertThat(log.getOut() + log.getErr()).doesNotContain("\tat org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "-,vi", "*-", ";", ",", "en;q=x", "vi;q=", "\u00e9"})
    void refusesInEnglishWhoAsksForNoLanguage(String languages, CapturedOutput log) {
        assertThat(raw(
                        "POST /api/papers HTTP/1.1",
                        "Authorization: " + TestTokens.bearer(SECRETARIAT),
                        "Accept-Language: " + languages,
                        "Content-Type: application/json",
                        "Content-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(raw("GET /api/papers/p1 HTTP/1.1", "Accept-Language: " + languages))
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json");
        assertThat(log.getOut() + log.getErr()).doesNotContain("\tat org.", "\tat java.");
    }

    @Test
    void tellsItsDescriptionInYamlStill() {
        assertThat(Caller.anonymous(port).get("/v3/api-docs.yaml").expect(200).text())
                .startsWith("openapi: 3.1");
    }

    @ParameterizedTest
    @CsvSource({
        "?pages=1, pages unknown-parameter",
        "?Page=1, Page unknown-parameter",
        "?page=1&page=2, page repeated-parameter",
        "?page=, page empty-parameter",
        "?page, page empty-parameter",
        "?page=%zz, page malformed-encoding",
        "?page=%, page malformed-encoding",
        "?page=1%2, page malformed-encoding",
        "?page=%ff, page malformed-encoding",
        "?page=%c0%80, page malformed-encoding",
        "?page=%ed%a0%80, page malformed-encoding",
        "?page=%00, page control-character",
        "?page=%e2%80%ae, page direction-control",
        "?page=%20, page not-blank",
        "?page=1.5, page wrong-type",
        "?page=%2B1, page wrong-type",
        "?page=01, page wrong-type",
        "?page=0x10, page wrong-type",
        "?page=%2310, page wrong-type",
        "?page=1%200, page wrong-type",
        "?page=%D9%A3, page wrong-type",
        "?page=99999999999, page wrong-type",
        "?since=1730000000, since wrong-type",
        "?since=2027-01-05, since wrong-type",
        "?since=%202027-01-05T08:30:00Z, since wrong-type",
        "?day=2027-1-5, day wrong-type",
        "?side=front, side wrong-type",
        "?side=%20FRONT, side wrong-type"
    })
    void refusesQueriesThatAreNotAsked(String query, String violation) {
        String paper = as().post("/api/papers", GOOD).header("Location");

        String raw = raw("GET " + paper + query + " HTTP/1.1", "Authorization: " + TestTokens.bearer(SECRETARIAT));
        assertThat(raw).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(raw)
                .contains("\"field\":\"" + violation.split(" ")[0] + "\"")
                .contains("\"rule\":\"" + violation.split(" ")[1] + "\"");
    }

    @Test
    void namesAllUnknownParametersAtOnceOfTheLedgerToo() {
        as().get("/api/papers/p1?colour=red&size=9")
                .expectInvalid("colour unknown-parameter", "size unknown-parameter");
        as().get("/api/papers/p1?colour=red&page=one&since=now&day=soon&side=back")
                .expectInvalid(
                        "colour unknown-parameter",
                        "page wrong-type",
                        "since wrong-type",
                        "day wrong-type",
                        "side wrong-type");
        Caller.anonymous(port)
                .get("/api/ledger/proofs/consistency?from=x")
                .expectInvalid("from wrong-type", "to required");
        Caller.anonymous(port).get("/api/ledger/checkpoints?bdy=1").expectInvalid("bdy unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/papers/%zz HTTP/1.1",
                "GET /api/papers/% HTTP/1.1",
                "GET /api/papers/%00 HTTP/1.1",
                "GET /api/papers/%2e%2e%2f HTTP/1.1",
                "GET /api/papers/..;/x HTTP/1.1",
                "GET /api/papers;x=1/p1 HTTP/1.1",
                "GET /api//papers/p1 HTTP/1.1",
                "GET /api/papers/a%2Fb HTTP/1.1",
                "GET /api/papers/a%5Cb HTTP/1.1",
                "GET /api/papers/a%0d%0ab HTTP/1.1",
                "GET /api/papers/../../etc/passwd HTTP/1.1",
                "GET /api/papers/<x> HTTP/1.1",
                "GET /api/papers/p1?page={1} HTTP/1.1",
                "GET api/papers HTTP/1.1",
                "GET /api/papers/p1 HTTP/9.9",
                "GET /api/papers/p1 FTP/1.1",
                "TRACE /api/papers HTTP/1.1",
                "TRACK /api/papers HTTP/1.1",
                "CONNECT localhost:80 HTTP/1.1",
                "BREW /api/papers HTTP/1.1",
                "get /api/papers HTTP/1.1",
                "G\u0001T /api/papers HTTP/1.1"
            })
    void answersMalformedRequestsWithAProblem(String line, CapturedOutput log) {
        assertCallersProblem(raw(line, "Authorization: " + TestTokens.bearer(SECRETARIAT)), log);
        assertCallersProblem(raw(line), log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: x",
                "Content-Length: 99999999999999999999",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 1\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: nonsense",
                "Transfer-Encoding: chunked, identity",
                "Expect: miracles",
                "Bad Header: x",
                "Bad\u0000: x",
                "NoColon",
                ": nameless",
                "Host: second",
                "Content-Type: application/json\r\nContent-Type: application/yaml"
            })
    void answersMalformedHeadersWithAProblem(String header, CapturedOutput log) {
        assertCallersProblem(raw("POST /api/papers HTTP/1.1", header), log);
        assertCallersProblem(
                raw("POST /api/papers HTTP/1.1", "Authorization: " + TestTokens.bearer(SECRETARIAT), header), log);
    }

    @Test
    void answersWhatIsTooLargeOrBrokenWithAProblem(CapturedOutput log) {
        String bearer = "Authorization: " + TestTokens.bearer(SECRETARIAT);
        assertCallersProblem(raw("GET /api/ledger/keys HTTP/1.1", "X-Long: " + "x".repeat(20_000)), log);
        assertCallersProblem(raw("GET /api/ledger/keys?q=" + "x".repeat(20_000) + " HTTP/1.1"), log);
        assertCallersProblem(raw("GET /api/ledger/keys HTTP/1.1", "X-Many: x\r\n".repeat(200) + "X-Last: x"), log);
        assertCallersProblem(
                raw(
                        "POST /api/papers HTTP/1.1",
                        bearer,
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked\r\n\r\nzz\r\nnonsense"),
                log);
        assertCallersProblem(
                raw(
                        "POST /api/papers HTTP/1.1",
                        bearer,
                        "Content-Type: application/json",
                        "Content-Length: 4\r\n\r\n\u00ff\u00fe{}"),
                log);
        assertThat(rawBytes("GET /actuator/health/liveness HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertCallersProblem(rawBytes("GET /actuator/health/liveness HTTP/1.1\r\nConnection: close\r\n\r\n"), log);
    }

    @Test
    void leavesNoTraceInTheLogOfAnIdThatIsNotThere(CapturedOutput log) {
        assertThat(as().put("/api/papers/unheard-of", GOOD).expectProblem(404, "unknown"))
                .isNotNull();
        assertThat(log.getOut() + log.getErr()).doesNotContain("\tat org.");
    }

    @Test
    void openPlacesTellOutcomesOnly() {
        for (String path : new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"}) {
            String told = Caller.anonymous(port).get(path).expect(200).text();
            assertThat(told)
                    .doesNotContain("\"path\"", "database", "/tmp", "/work", "test_", "mongodb_", "kafka_", "client_id")
                    .doesNotContain("commandBus", "eventProcessor", "http_server", "jvm_", "process_", "version");
        }
        String all = Caller.as(port, TestActors.operator())
                .get("/actuator/prometheus")
                .text();
        assertThat(all).contains("jvm_memory", "http_server_requests", "dialogue_publishing_lag");
        assertThat(Caller.as(port, SECRETARIAT).get("/actuator/prometheus").text())
                .doesNotContain("jvm_memory");
        assertThat(Caller.anonymous(port).get("/actuator/prometheus").text()).contains("dialogue_publishing_lag");
    }

    private Caller as() {
        return Caller.as(port, SECRETARIAT);
    }

    private static void assertCallersProblem(String answer, CapturedOutput log) {
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").contains("application/problem+json", "\"rule\"");
        assertThat(answer).doesNotContain("<html", "Tomcat");
        assertThat(log.getOut() + log.getErr()).doesNotContain("\tat org.", "Exception:");
    }

    private String raw(String line, String... headers) {
        return rawBytes(line + "\r\nHost: localhost\r\nConnection: close\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n") + "\r\n");
    }

    private String rawBytes(String request) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try (Socket socket = new Socket("localhost", port)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                return "no answer: " + failure;
            }
        });
    }
}
