package org.dialogue.quality;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.dialogue.embedded.EmbeddedMongo;
import org.dialogue.embedded.Ports;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Servers;
import org.dialogue.quality.harness.ServiceProcess;
import org.dialogue.quality.harness.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service without its store says that it is not ready, and is ready again when the store is back. The test stops the
 * store, so it brings its own, whatever MongoDB the environment names.
 */
class ReadinessIT {

    @Test
    void readinessTellsTheTruthAboutTheStore(@TempDir Path data) {
        int port = Ports.free();
        EmbeddedMongo mongo = EmbeddedMongo.onDisk(data, port);
        Servers servers = Servers.shared().withMongo(mongo.connectionString());
        try (var suite = new Suite("readiness", servers, "http://127.0.0.1:1/nobody-signs-in")) {
            ServiceProcess service = suite.answers();
            service.start();
            service.awaitReady();

            mongo.close();
            awaitReadiness(service, 503);

            mongo = EmbeddedMongo.onDisk(data, port);
            awaitReadiness(service, 200);
        } finally {
            mongo.close();
        }
    }

    private static void awaitReadiness(ServiceProcess service, int status) {
        await("readiness " + status).atMost(Patience.NEWS).until(() -> service.readiness() == status);
    }
}
