package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.dialogue.standalone.signin.DemoSignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersOnlyIT {

    @TempDir
    private Path temporary;

    private final Map<Listener, Integer> ports = StandaloneProcess.freePorts();

    @Test
    void dataSurviveAKillAndAFreshStartDeletesThem() throws Exception {
        Path data = temporary.resolve("data");
        try (var standalone = ready(data)) {
            try (var client = mongodb()) {
                client.getDatabase("kept").getCollection("letters").insertOne(new Document("_id", 1));
            }
            try (var admin = kafka()) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
            standalone.kill();
        }
        try (var standalone = ready(data)) {
            assertThat(letters()).isEqualTo(1);
            assertThat(topics()).contains("kept");
            // 128 + SIGTERM: the JVM's own exit code after its shutdown hooks have run.
            assertThat(standalone.terminate()).isEqualTo(143);
            assertThat(standalone.printed()).last().isEqualTo("Stopping ...");
        }
        try (var standalone = ready(data, "--fresh")) {
            assertThat(standalone.isAlive()).isTrue();
            assertThat(letters()).isZero();
            assertThat(topics()).doesNotContain("kept");
        }
    }

    @Test
    void peopleSignInAndThePasswordIsPrintedWithAWarning() throws Exception {
        try (var standalone = ready(temporary.resolve("data"))) {
            assertThat(new DemoSignIn(issuer(), "dialogue-demo").token("secretariat-clerk"))
                    .isNotEmpty();
            assertThat(String.join("\n", standalone.printed()))
                    .contains("\"dialogue-demo\"")
                    .contains("evaluation only");
            printsATokenThatPassesForThePerson("auditor", "p-89fdf921");
            refusesATokenOfSomebodyUnknown();
        }
    }

    private void printsATokenThatPassesForThePerson(String person, String subject) throws Exception {
        try (var asking = StandaloneProcess.start(temporary.resolve("unused"), ports, "--token=" + person)) {
            assertThat(asking.exitCode()).isZero();
            String[] parts = String.join("\n", asking.printed()).split("\\.");
            assertThat(parts).as("a signed JWT, and nothing else is printed").hasSize(3);
            assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    .contains("\"sub\":\"" + subject + "\"");
        }
        assertThat(temporary.resolve("unused")).doesNotExist();
    }

    private void refusesATokenOfSomebodyUnknown() throws Exception {
        try (var asking = StandaloneProcess.start(temporary.resolve("unused"), ports, "--token=nobody")) {
            assertThat(asking.exitCode()).isEqualTo(1);
            assertThat(asking.printed()).singleElement().asString().contains("name or password is wrong");
        }
    }

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws Exception {
        try (var other = new ServerSocket(ports.get(Listener.MONGODB), 1, InetAddress.getLoopbackAddress());
                var standalone = StandaloneProcess.start(temporary.resolve("data"), ports, "--only=servers")) {
            assertThat(standalone.exitCode()).isEqualTo(1);
            assertThat(standalone.printed())
                    .singleElement()
                    .asString()
                    .startsWith("Port %d, which the MongoDB server needs, is taken".formatted(other.getLocalPort()))
                    .contains("--mongodb-port=");
        }
    }

    @Test
    void aSecondStandaloneOnTheSameDataIsRefused() throws Exception {
        Path data = temporary.resolve("data");
        try (var first = ready(data);
                var second = StandaloneProcess.start(data, StandaloneProcess.freePorts(), "--fresh")) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.printed()).singleElement().asString().startsWith("Another demo uses the data in " + data);
            assertThat(first.isAlive()).isTrue();
        }
    }

    private StandaloneProcess ready(Path data, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--only=servers");
        return StandaloneProcess.start(data, ports, all.toArray(String[]::new)).awaitReady();
    }

    private long letters() {
        try (var client = mongodb()) {
            return client.getDatabase("kept").getCollection("letters").countDocuments();
        }
    }

    private Set<String> topics() throws Exception {
        try (var admin = kafka()) {
            return admin.listTopics().names().get();
        }
    }

    private URI issuer() {
        return URI.create("http://localhost:" + ports.get(Listener.SIGN_IN));
    }

    private MongoClient mongodb() {
        return MongoClients.create("mongodb://127.0.0.1:" + ports.get(Listener.MONGODB));
    }

    private Admin kafka() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.get(Listener.KAFKA)));
    }
}
