package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dialogue.quality.harness.Difference;
import org.dialogue.quality.harness.EarlierData;
import org.dialogue.quality.harness.IntendedDifferences;
import org.dialogue.quality.harness.OfflineAuditor;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Reply;
import org.dialogue.quality.harness.Rest;
import org.dialogue.quality.harness.StandaloneInstallation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A data directory that an earlier build has written opens in this one: history is what it was, the sample is not loaded
 * a second time, and everything can be read and says what it said, but for the differences that are listed.
 */
class DataOfEarlierBuildsIT {

    private static final Map<String, String> SERVICES =
            Map.of("dialogue", "dialogue-service", "answer", "answer-service", "reporting", "reporting-service");

    /** What depends on the day of reading. Trees grow, and are compared by their roots. */
    private static final Set<String> OF_THE_READING = Set.of("reflects", "ageDays", "days", "next");

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0-sample", "0.1.0-real-use"})
    void opensUnalteredAndReadable(String name, @TempDir Path directory) {
        EarlierData earlier = EarlierData.of(name);
        Path data = directory.resolve("data");
        earlier.unpackTo(data);
        try (var standalone = new StandaloneInstallation(data)) {
            standalone.start();
            standalone.awaitLoaded();

            SERVICES.keySet().forEach(service -> goesOnFrom(earlier.tree(service), of(standalone, service, "auditor")));
            standalone.ledgers().assertWhole();
            awaitReports(standalone);
            saysWhatItSaid(earlier, standalone);
            earlier.answers()
                    .keySet()
                    .forEach(path -> assertThat(
                                    read(standalone, path, "secretariat-clerk").status())
                            .as("%s for the secretariat", path)
                            .isEqualTo(200));
            SERVICES.keySet().forEach(service -> isExportedWhole(service, standalone, directory));
        }
    }

    /** No event was altered, taken away or recorded again: the tree over the former ones is what it was. */
    private static void goesOnFrom(JsonNode tree, Rest service) {
        long size = tree.path("size").asLong();
        assertThat(service.get("/api/ledger/tree/" + size).succeeded().body().path("root"))
                .isEqualTo(tree.path("root"));
        assertThat(service.get("/api/ledger/tree")
                        .succeeded()
                        .body()
                        .path("size")
                        .asLong())
                .as("events recorded by opening it")
                .isEqualTo(size);
    }

    private static void awaitReports(StandaloneInstallation standalone) {
        Rest operator = standalone.reports("operator");
        await("the reports")
                .atMost(Patience.NEWS)
                .until(() -> operator.get("/api/reports/views")
                        .succeeded()
                        .body()
                        .valueStream()
                        .allMatch(view -> view.path("behind").asLong(-1) == 0));
    }

    private static void saysWhatItSaid(EarlierData earlier, StandaloneInstallation standalone) {
        var differences = new ArrayList<Difference>();
        var refused = new TreeMap<String, Integer>();
        earlier.answers().forEach((path, before) -> {
            Reply reply = read(standalone, path, "auditor");
            if (reply.status() != 200) {
                refused.put(path, reply.status());
            } else if (!path.endsWith("/api/ledger/tree")) {
                differences.addAll(Difference.between(path, before, reply.body(), OF_THE_READING));
            }
        });
        IntendedDifferences intended = IntendedDifferences.read();
        assertThat(refused).as("what was answered with 200").isEmpty();
        assertThat(intended.unintended(earlier.name(), differences))
                .as("differences that intended-differences.md does not list")
                .isEmpty();
        assertThat(intended.idle(earlier.name(), differences))
                .as("rows of intended-differences.md that are about nothing")
                .isEmpty();
    }

    private static Reply read(StandaloneInstallation standalone, String servicePath, String person) {
        String[] words = servicePath.split(" ", 2);
        Rest rest = of(standalone, words[0], person);
        Reply first = rest.get(words[1]);
        if (first.status() != 200 || !first.body().path("items").isArray()) {
            return first;
        }
        ArrayNode items = ((ObjectNode) first.body()).withArray("items");
        JsonNode page = first.body();
        while (page.hasNonNull("next")) {
            String cursor = URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
            Reply next = rest.get(words[1] + "&cursor=" + cursor);
            if (next.status() != 200) {
                return next;
            }
            page = next.body();
            page.path("items").forEach(items::add);
        }
        return first;
    }

    private static Rest of(StandaloneInstallation standalone, String service, String person) {
        return switch (service) {
            case "dialogue" -> standalone.dialogues(person);
            case "answer" -> standalone.answers(person);
            case "reporting" -> standalone.reports(person);
            default -> throw new IllegalArgumentException(service);
        };
    }

    private static void isExportedWhole(String service, StandaloneInstallation standalone, Path directory) {
        Rest auditor = of(standalone, service, "auditor");
        Path archive = directory.resolve(service + ".zip");
        assertThat(auditor.download("/api/ledger/export", archive)).isEqualTo(200);
        Path key = directory.resolve(service + ".key");
        assertThat(auditor.download("/api/ledger/keys", key)).isEqualTo(200);
        OfflineAuditor verdict = OfflineAuditor.run("--key", key.toString(), archive.toString());
        assertThat(verdict.exitCode()).as(verdict.report()).isZero();
        assertThat(verdict.report()).contains("WHOLE");
    }
}
