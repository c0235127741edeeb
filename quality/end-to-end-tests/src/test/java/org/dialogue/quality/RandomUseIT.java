package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dialogue.embedded.EmbeddedKafka;
import org.dialogue.embedded.Ports;
import org.dialogue.quality.RandomUse.Attempt;
import org.dialogue.quality.harness.Courier;
import org.dialogue.quality.harness.Crowd;
import org.dialogue.quality.harness.Issuer;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Reply;
import org.dialogue.quality.harness.Rest;
import org.dialogue.quality.harness.Servers;
import org.dialogue.quality.harness.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * No dead ends and no two truths, whatever people do: dialogue-service and answer-service stand on a Kafka each, between
 * which couriers carry events late, again and out of order, while people do at random whatever the services let them do.
 * Whenever all news has come: both services say the same of every part of every assignment, nothing is parked, and whatever
 * a report says somebody owes, that somebody can do, and it settles the debt.
 *
 * <p>{@code -Ddialogue.long=true} goes on until every command was accepted a hundred times; {@code -Ddialogue.seed=…}
 * repeats a run's choices.
 */
class RandomUseIT {

    private static final boolean LONG = Boolean.getBoolean("dialogue.long");
    private static final long SEED = Long.getLong("dialogue.seed", 8_130);
    private static final int WANTED = LONG ? 100 : 1;
    private static final int MOST_ACTS = LONG ? 40_000 : 900;
    private static final int ACTS_BETWEEN_LOOKS = LONG ? 1_000 : 150;

    /** Reading everything at each look would take longer than all that people do; at the end it is done. */
    private static final int QUESTIONS_OF_A_LOOK = 200;

    private static final int DEBTS_SETTLED_EACH_TIME = LONG ? 8 : 3;
    private static final Pattern ADDRESS = Pattern.compile("^  \"?(/api/[^\":]+)\"?:");
    private static final Pattern METHOD = Pattern.compile("^    (post|put|delete|patch):");

    /** These keep the programs running; they are no commands on the dialogue. */
    private static final List<String> OPERATIONS = List.of("/api/dead-letters", "/api/ledger", "/api/projections");

    private final Random random = new Random(SEED);

    @Test
    void whatIsOwedCanBeDoneAndBothServicesAgree(@TempDir Path data) {
        System.out.println("RandomUseIT: -Ddialogue.seed=" + SEED);
        Servers servers = Servers.shared();
        try (Issuer issuer = Issuer.start();
                EmbeddedKafka elsewhere = EmbeddedKafka.start(data, Ports.free());
                Suite suite = new Suite(
                        "random", servers, servers.withKafka(elsewhere.bootstrapServers()), issuer.address());
                Courier there = courier(suite, servers.kafka(), elsewhere.bootstrapServers(), "dialogue");
                Courier back = courier(suite, elsewhere.bootstrapServers(), servers.kafka(), "answers", "answer")) {
            suite.start();
            var crowd = new Crowd(issuer, suite);
            crowd.register();
            var use = new RandomUse(suite, crowd, random);
            assertThat(use.accepted().keySet())
                    .as("every command of both interfaces is drawn")
                    .containsAll(commandsOf("dialogue-service"))
                    .containsAll(commandsOf("answer-service"));

            int acts = 0;
            while (acts < MOST_ACTS && leastAccepted(use) < WANTED) {
                for (int i = 0; i < ACTS_BETWEEN_LOOKS; i++, acts++) {
                    use.act().ifPresent(RandomUseIT::mustBeAnAnswer);
                }
                List.of(there, back).forEach(courier -> courier.hurry(true));
                suite.awaitQuiet();
                assertAgreement(suite, crowd, some(use.questionIds()));
                settleSomeDebts(suite, crowd, use);
                List.of(there, back).forEach(courier -> courier.hurry(false));
                System.out.println("RandomUseIT: after " + acts + " acts wanting: " + wanting(use));
            }
            assertAgreement(suite, crowd, use.questionIds());
            System.out.println("RandomUseIT: " + acts + " acts, accepted: " + use.accepted());
            assertThat(use.accepted())
                    .as("accepted in " + acts + " acts")
                    .allSatisfy((act, times) -> assertThat(times).as(act).isGreaterThanOrEqualTo(WANTED));
        }
    }

    private Courier courier(Suite suite, String from, String to, String events, String... checkpoints) {
        String topics = checkpoints.length == 0 ? events : checkpoints[0];
        return new Courier(
                from,
                to,
                List.of(suite.realm() + "." + events + ".events", suite.realm() + "." + topics + ".checkpoints"),
                random.nextLong());
    }

    /** The latest, and others at random. */
    private List<String> some(List<String> questions) {
        List<String> latestFirst = new ArrayList<>(questions);
        Collections.reverse(latestFirst);
        int latest = Math.min(questions.size(), QUESTIONS_OF_A_LOOK / 2);
        Collections.shuffle(latestFirst.subList(latest, questions.size()), random);
        return latestFirst.subList(0, Math.min(questions.size(), QUESTIONS_OF_A_LOOK));
    }

    private static Map<String, Integer> wanting(RandomUse use) {
        Map<String, Integer> wanting = new TreeMap<>(use.accepted());
        wanting.values().removeIf(times -> times >= WANTED);
        return wanting;
    }

    private static int leastAccepted(RandomUse use) {
        return Collections.min(use.accepted().values());
    }

    private static void mustBeAnAnswer(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isLessThan(500).isNotEqualTo(401);
    }

    /** Both services say the same of each part of each assignment. */
    private static void assertAgreement(Suite suite, Crowd crowd, List<String> questions) {
        Rest dialogues = crowd.secretariat(suite.dialogues());
        Rest answers = crowd.secretariat(suite.answers());
        for (String question : questions) {
            JsonNode told =
                    dialogues.get("/api/questions/" + question).succeeded().body();
            for (JsonNode slot : told.path("assignments")) {
                String id = slot.path("assignmentId").asString();
                JsonNode assignment =
                        answers.get("/api/assignments/" + id).succeeded().body();
                assertThat(standings(assignment))
                        .as("assignment %s: %s%nquestion %s: %s", id, assignment, question, told)
                        .isEqualTo(standings(slot));
            }
        }
    }

    /** What stands of each part that still counts: owed by the body, handed back, answered. */
    private static Map<Integer, String> standings(JsonNode assignment) {
        Map<Integer, String> standings = new TreeMap<>();
        assignment
                .path("standings")
                .forEach(of -> standings.put(
                        of.path("part").asInt(), of.path("standing").asString()));
        assertThat(standings).as(assignment.toString()).isNotEmpty();
        return standings;
    }

    private void settleSomeDebts(Suite suite, Crowd crowd, RandomUse use) {
        List<Debt> debts = new ArrayList<>(debts(suite, crowd, ""));
        Collections.shuffle(debts, random);
        for (Debt debt : debts.subList(0, Math.min(debts.size(), DEBTS_SETTLED_EACH_TIME))) {
            String itsProgramme =
                    "&programme=" + debt.part().path("programmeId").asString();
            if (!debts(suite, crowd, itsProgramme).contains(debt)) {
                continue; // settled with another one
            }
            for (Attempt attempt : use.settling(debt.part(), debt.owed())) {
                Reply reply = RandomUse.send(attempt);
                assertThat(reply.status())
                        .as("%s is owed: %s%n%s", debt, attempt, reply)
                        .isLessThan(300);
            }
            suite.awaitQuiet();
            await("the report to know that it is settled: " + debt)
                    .atMost(Patience.NEWS)
                    .untilAsserted(
                            () -> assertThat(debts(suite, crowd, itsProgramme)).doesNotContain(debt));
        }
    }

    private static List<Debt> debts(Suite suite, Crowd crowd, String filter) {
        Rest reports = crowd.secretariat(suite.reports());
        return pages(reports, "/api/reports/coverage?limit=200" + filter)
                .flatMap(part -> part.path("owed").valueStream().map(owed -> new Debt(part, owed)))
                .toList();
    }

    private static Stream<JsonNode> pages(Rest rest, String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = rest.get(path).succeeded().body();
        while (true) {
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("next")) {
                return items.stream();
            }
            page = rest.get(path + "&cursor=" + page.path("next").asString())
                    .succeeded()
                    .body();
        }
    }

    /** A row of coverage and what is owed there; the same debt if the same step is owed on the same part. */
    private record Debt(JsonNode part, JsonNode owed) {

        private List<Object> key() {
            return List.of(
                    part.path("questionId"),
                    part.path("part"),
                    owed.path("by"),
                    owed.path("step"),
                    owed.path("assignmentId"),
                    owed.path("since"));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Debt debt && key().equals(debt.key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }

    /** The commands of an interface, from its committed description. */
    private static Set<String> commandsOf(String service) {
        Set<String> commands = new TreeSet<>();
        String address = "";
        for (String line : lines(Path.of("..", "..", service, "openapi.yaml"))) {
            Matcher path = ADDRESS.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (path.find()) {
                address = path.group(1);
            } else if (method.find() && OPERATIONS.stream().noneMatch(address::startsWith)) {
                commands.add(method.group(1).toUpperCase(java.util.Locale.ROOT) + " " + address);
            }
        }
        assertThat(commands).as(service).hasSizeGreaterThan(10);
        return commands;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
