package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.dialogue.embedded.Ports;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.standalone.signin.DemoSignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three services as contexts of one process: each of its own, none in another's way. */
class StandaloneIT {

    private static final String LATEST = "/api/ledger/checkpoints/latest";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path temporary;

    private final Map<Listener, Integer> ports = StandaloneProcess.freePorts();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theServicesLiveSideBySideAndStopInOrder() throws Exception {
        Path keys = temporary.resolve("data").resolve("keys");
        try (var standalone = StandaloneProcess.start(temporary.resolve("data"), ports)) {
            standalone.awaitReady();
            String token = new DemoSignIn(address(Listener.SIGN_IN, ""), "dialogue-demo").token("secretariat-clerk");
            for (Service service : Service.values()) {
                await().atMost(PATIENCE)
                        .until(() -> get(service, "/actuator/health", "").statusCode() == 200);
                acceptsThePeopleOfTheSignInServer(service, token);
                measuresItselfOnly(service);
                signsItsHistory(service);
            }
            theWitnessAgreesWith(Service.DIALOGUE);
            theWitnessAgreesWith(Service.ANSWER);
            assertThat(String.join("\n", standalone.printed()))
                    .contains("Made new keys that sign history, in " + keys + ": back them up")
                    .contains(address(Listener.DIALOGUE, LATEST).toString());
            handsOutTokensToWhoeverKnowsTheDirectory();
            showsWhatRemainsOpenOfTheSample(String.join("\n", standalone.printed()));
            new FirstActs(
                            service -> address(service.listener(), "").toString(),
                            new DemoSignIn(address(Listener.SIGN_IN, ""), "dialogue-demo"))
                    .perform();
            assertThat(standalone.terminate()).isEqualTo(143);
            assertThat(DataDirectory.signInOfTheRunning(temporary.resolve("data")))
                    .isEmpty();
        }
    }

    /** As {@code ./demo --token=auditor} in another terminal, without a word about ports. */
    private void handsOutTokensToWhoeverKnowsTheDirectory() throws Exception {
        try (var asking = StandaloneProcess.start(temporary.resolve("data"), Map.of(), "--token=auditor")) {
            assertThat(asking.exitCode())
                    .as(() -> "printed: " + asking.printed())
                    .isZero();
            String token = asking.printed().get(asking.printed().size() - 1);
            assertThat(get(Service.DIALOGUE, "/api/ledger/export", token).statusCode())
                    .isEqualTo(200);
        }
        Map<Listener, Integer> elsewhere = Map.of(Listener.SIGN_IN, Ports.free());
        try (var asking = StandaloneProcess.start(temporary.resolve("data"), elsewhere, "--token=auditor")) {
            assertThat(asking.exitCode()).as("an explicit port wins").isEqualTo(1);
        }
    }

    private void signsItsHistory(Service service) throws Exception {
        String key = get(service, "/api/ledger/keys", "").body().strip();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(VerifierKey.parse(key).verifies(note(service, LATEST)))
                        .isTrue());
        Path file = temporary.resolve("data").resolve("keys").resolve(service.title() + ".pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** What a service signed last is signed by the witness as well, who recomputed it from what was published. */
    private void theWitnessAgreesWith(Service service) throws Exception {
        VerifierKey witness = VerifierKey.parse(
                get(Service.REPORTING, "/api/witness/keys", "").body().strip());
        await().atMost(PATIENCE).untilAsserted(() -> {
            SignedNote signed = note(service, LATEST);
            SignedNote witnessed = note(Service.REPORTING, "/api/witness/" + service.title() + "/checkpoints/latest");
            assertThat(witnessed.body()).isEqualTo(signed.body());
            assertThat(witness.cosignedAt(witnessed)).isPresent();
        });
    }

    private SignedNote note(Service service, String path) throws Exception {
        HttpResponse<String> note = get(service, path, "");
        assertThat(note.statusCode()).as(note.body()).isEqualTo(200);
        return SignedNote.parse(note.body());
    }

    private static void showsWhatRemainsOpenOfTheSample(String printed) {
        assertThat(printed)
                .contains("OPEN COMMITMENTS: 8, of these waiting for a higher authority 1, late 0, without a date 8")
                .contains("127 -> 0 redundant cadres")
                .contains("NOT ANSWERED: 4 of the 16 parts of 12 questions")
                .contains("2023-P5   Part 1", "2023-P6   Part 1", "2023-P7   Part 1", "2023-P8   Part 2")
                .contains("Secretariat: to assign it");
    }

    /** Past the door, an unknown path is not found; without a token even that is not said. */
    private void acceptsThePeopleOfTheSignInServer(Service service, String token) throws Exception {
        assertThat(get(service, "/api/no-such-thing", token).statusCode()).isEqualTo(404);
        assertThat(get(service, "/api/no-such-thing", "forged").statusCode()).isEqualTo(401);
    }

    private void measuresItselfOnly(Service service) throws Exception {
        String meters = get(service, "/actuator/prometheus", "").body();
        assertThat(meters).contains("application=\"" + service.title() + "\"");
        for (Service other : Service.values()) {
            if (other != service) {
                assertThat(meters).doesNotContain("application=\"" + other.title() + "\"");
            }
        }
    }

    private HttpResponse<String> get(Service service, String path, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(service.listener(), path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(Listener listener, String path) {
        return URI.create("http://localhost:" + ports.get(listener) + path);
    }
}
