package org.dialogue.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.spring.ThingServer;
import org.dialogue.ledger.tree.ConsistencyProof;
import org.dialogue.ledger.tree.InclusionProof;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verifier who has nothing but the address proves what there is to prove, and is told what it asked wrongly. */
class LedgerOverHttpIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST = 5;
    private static final int ALL = 9;

    private static ThingServer server;

    @BeforeAll
    static void recordAndSign() {
        server = ThingServer.start(
                "--ledger.signing-key="
                        + SigningKey.generate(ThingServer.ORIGIN).toPem(),
                // By hand only: the test knows which sizes are signed.
                "--ledger.checkpoint-every=1h");
        CheckpointIssuer issuer = server.bean(CheckpointIssuer.class);
        server.record(FIRST);
        issuer.issueIfNews();
        for (int i = FIRST; i < ALL; i++) {
            server.again();
        }
        issuer.issueIfNews();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void checkpointsVerifyWithThePublishedKey() {
        VerifierKey key = VerifierKey.parse(text("/ledger/keys").strip());
        SignedNote latest = SignedNote.parse(text("/ledger/checkpoints/latest"));

        assertThat(key.verifies(latest)).isTrue();
        assertThat(Checkpoint.parse(latest.body()))
                .isEqualTo(new Checkpoint(
                        ThingServer.ORIGIN, server.bean(EventLedger.class).treeHead()));
        assertThat(text("/ledger/checkpoints/" + ALL)).isEqualTo(latest.text());
        assertThat(server.get("/ledger/checkpoints/latest").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void checkpointsAreListedInOrderOfSize() {
        JsonNode all = json("/ledger/checkpoints");
        List<Long> sizes = new ArrayList<>();
        all.forEach(line -> sizes.add(line.get("size").asLong()));

        assertThat(sizes).isSorted().endsWith((long) ALL);
        assertThat(json("/ledger/checkpoints?after=" + FIRST + "&limit=1")
                        .get(0)
                        .get("note")
                        .asString())
                .isEqualTo(text("/ledger/checkpoints/" + ALL));
        assertThat(json("/ledger/checkpoints?after=" + ALL).isEmpty()).isTrue();
    }

    @Test
    void everyEventIsProvenToBeInTheSignedTree() {
        TreeHead signed = signed();
        for (int position = 1; position <= ALL; position++) {
            JsonNode proof = json("/ledger/proofs/inclusion?position=" + position);
            assertThat(inclusion(proof).proves(signed)).isTrue();
            assertThat(proof.get("root").asString()).isEqualTo(base64(signed.root()));
        }
        String event =
                server.bean(EventLedger.class).readAfter(3, 1).get(0).event().id();
        JsonNode byId = json("/ledger/proofs/inclusion?event=" + event + "&size=6");
        assertThat(byId.get("position").asLong()).isEqualTo(4);
        assertThat(inclusion(byId).proves(head("/ledger/tree/6"))).isTrue();
    }

    @Test
    void anyTwoTreesAreProvenToBeOneHistory() {
        for (int from = 1; from <= ALL; from++) {
            JsonNode proof = json("/ledger/proofs/consistency?from=%d&to=%d".formatted(from, ALL));
            ConsistencyProof parsed = new ConsistencyProof(
                    proof.get("from").asLong(), proof.get("to").asLong(), path(proof));
            assertThat(parsed.proves(head("/ledger/tree/" + from), signed())).isTrue();
        }
        assertThat(head("/ledger/tree")).isEqualTo(signed());
    }

    @ParameterizedTest
    @CsvSource({
        "/checkpoints/7,                          404, unknown,       size,     unknown",
        "/checkpoints/-1,                         400, invalid-input, size,     range",
        "/checkpoints/many,                       400, invalid-input, size,     format",
        "/checkpoints?after=-1,                   400, invalid-input, after,    range",
        "/checkpoints?limit=0,                    400, invalid-input, limit,    range",
        "/checkpoints?limit=1001,                 400, invalid-input, limit,    range",
        "/tree/10,                                404, unknown,       size,     unknown",
        "/tree/-1,                                400, invalid-input, size,     range",
        "/proofs/inclusion,                       400, invalid-input, position, exclusive",
        "/proofs/inclusion?position=1&event=e,    400, invalid-input, position, exclusive",
        "/proofs/inclusion?position=0,            400, invalid-input, position, range",
        "/proofs/inclusion?position=10,           400, invalid-input, position, range",
        "/proofs/inclusion?position=4&size=3,     400, invalid-input, size,     range",
        "/proofs/inclusion?position=4&size=10,    400, invalid-input, size,     range",
        "/proofs/inclusion?position=x,            400, invalid-input, position, format",
        "/proofs/inclusion?event=nobody,          404, unknown,       event,    unknown",
        "/proofs/consistency?from=1,              400, invalid-input, to,       required",
        "/proofs/consistency?from=1&to=10,        400, invalid-input, to,       range",
        "/proofs/consistency?from=3&to=2,         400, invalid-input, from,     range",
    })
    void whatIsAskedWronglyIsNamed(String path, int status, String rule, String parameter, String violation) {
        HttpResponse<byte[]> response = server.get("/ledger" + path);
        JsonNode problem = JSON.readTree(response.body());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("urn:event-ledger:problem:" + rule);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(parameter);
        assertThat(problem.get("errors").get(0).get("rule").asString()).isEqualTo(violation);
        assertThat(problem.get("detail").asString()).startsWith(parameter + ": ");
    }

    private static TreeHead signed() {
        return Checkpoint.parse(
                        SignedNote.parse(text("/ledger/checkpoints/latest")).body())
                .tree();
    }

    private static InclusionProof inclusion(JsonNode proof) {
        return new InclusionProof(
                proof.get("position").asLong(), proof.get("size").asLong(), hash(proof.get("leaf")), path(proof));
    }

    private static TreeHead head(String path) {
        JsonNode head = json(path);
        return new TreeHead(head.get("size").asLong(), hash(head.get("root")));
    }

    private static List<byte[]> path(JsonNode proof) {
        List<byte[]> hashes = new ArrayList<>();
        proof.get("path").forEach(hash -> hashes.add(hash(hash)));
        return hashes;
    }

    private static byte[] hash(JsonNode text) {
        return Base64.getDecoder().decode(text.asString());
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static JsonNode json(String path) {
        return JSON.readTree(text(path));
    }

    private static String text(String path) {
        HttpResponse<byte[]> response = server.get(path);
        String body = new String(response.body(), UTF_8);
        assertThat(response.statusCode()).as(path + " -> " + body).isEqualTo(200);
        return body;
    }
}
