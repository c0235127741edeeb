package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.ConsistencyProof;
import org.dialogue.ledger.tree.InclusionProof;
import org.dialogue.quality.harness.OfflineAuditor;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Province;
import org.dialogue.quality.harness.ServiceProcess;
import org.dialogue.quality.harness.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody has to believe the services: what they recorded is signed, proven, and handed to auditors whole. */
@ExtendWith(Province.Shared.class)
class SignedHistoryIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROGRAMME = "signed-2024";

    private final Province province;
    private final Suite suite;

    @TempDir
    private Path directory;

    SignedHistoryIT(Province province) {
        this.province = province;
        this.suite = province.suite();
    }

    @Test
    void anybodyCanProveWhatWasRecordedAndAuditorsCanVerifyAllOfIt() {
        var road = new QuestionRoad(province, PROGRAMME);
        road.openProgramme();
        recorded(road, "signed-before");
        await("checkpoints of all")
                .atMost(Patience.NEWS)
                .until(() -> suite.all().stream()
                        .allMatch(service -> get(service, "/checkpoints/latest").statusCode() == 200));
        Checkpoint before = latest(suite.dialogues());
        recorded(road, "signed");
        await("a checkpoint of what is new")
                .atMost(Patience.NEWS)
                .until(() ->
                        latest(suite.dialogues()).tree().size() > before.tree().size());

        provesToGoOnFrom(before, suite.dialogues());
        verifies(suite.dialogues(), "dialogue-service");
        verifies(suite.answers(), "answer-service");
        verifies(suite.reports(), "reporting-service");
    }

    /** At all three services: a ledger without events has no checkpoint. */
    private static void recorded(QuestionRoad road, String question) {
        road.raise(question, 1).succeeded();
        road.assign(question).succeeded();
        road.awaitAssignment(question);
    }

    private void verifies(ServiceProcess service, String name) {
        VerifierKey key = VerifierKey.parse(text(service, "/keys").strip());
        SignedNote note = SignedNote.parse(text(service, "/checkpoints/latest"));
        Checkpoint checkpoint = Checkpoint.parse(note.body());

        assertThat(checkpoint.origin()).isEqualTo(suite.origin(name));
        assertThat(key.verifies(note)).isTrue();
        provesItsNewestEvent(service, checkpoint);

        String export = "/api/ledger/export";
        assertThat(get(service, "/export").statusCode()).isEqualTo(401);
        assertThat(province.cast().secretariat(service).get(export).status()).isEqualTo(403);
        Path archive = directory.resolve(name + ".zip");
        assertThat(province.cast().auditor(service).download(export, archive)).isEqualTo(200);
        OfflineAuditor verdict = OfflineAuditor.run("--key", key.text(), archive.toString());
        assertThat(verdict.exitCode()).as(verdict.report()).isZero();
    }

    private static void provesItsNewestEvent(ServiceProcess service, Checkpoint checkpoint) {
        long size = checkpoint.tree().size();
        JsonNode proof = json(service, "/proofs/inclusion?position=%d&size=%d".formatted(size, size));
        var inclusion = new InclusionProof(
                proof.path("position").asLong(),
                proof.path("size").asLong(),
                hash(proof.path("leaf")),
                hashes(proof.path("path")));

        assertThat(inclusion.proves(checkpoint.tree())).isTrue();
    }

    private static void provesToGoOnFrom(Checkpoint before, ServiceProcess service) {
        Checkpoint now = latest(service);
        long from = before.tree().size();
        long to = now.tree().size();
        JsonNode proof = json(service, "/proofs/consistency?from=%d&to=%d".formatted(from, to));

        assertThat(new ConsistencyProof(from, to, hashes(proof.path("path"))).proves(before.tree(), now.tree()))
                .isTrue();
    }

    private static Checkpoint latest(ServiceProcess service) {
        return Checkpoint.parse(
                SignedNote.parse(text(service, "/checkpoints/latest")).body());
    }

    private static List<byte[]> hashes(JsonNode path) {
        List<byte[]> hashes = new ArrayList<>();
        path.forEach(text -> hashes.add(hash(text)));
        return hashes;
    }

    private static byte[] hash(JsonNode text) {
        return Base64.getDecoder().decode(text.asString());
    }

    private static JsonNode json(ServiceProcess service, String path) {
        return JSON.readTree(text(service, path));
    }

    private static String text(ServiceProcess service, String path) {
        HttpResponse<String> response = get(service, path);
        assertThat(response.statusCode()).as(path + " -> " + response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> get(ServiceProcess service, String path) {
        return service.ask("/api/ledger" + path).orElseThrow(() -> new AssertionError(service + " does not answer"));
    }
}
