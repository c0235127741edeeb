package org.dialogue.quality;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.embedded.EmbeddedMongo;
import org.dialogue.embedded.FreezablePort;
import org.dialogue.quality.EveryPost.Post;
import org.dialogue.quality.harness.Cast;
import org.dialogue.quality.harness.Issuer;
import org.dialogue.quality.harness.Ledgers;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Reply;
import org.dialogue.quality.harness.Servers;
import org.dialogue.quality.harness.StoredLedger;
import org.dialogue.quality.harness.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every POST of both services is sent under an Idempotency-Key and repeated until it is answered, while the services are
 * killed with SIGKILL, and their database stops or breaks its connections off, at random moments of the request. In the
 * end the ledgers hold the same events as after a round that nothing disturbed: each POST took effect exactly once. Commands
 * are waited for so briefly that a stopped database leaves many with an outcome that nobody was told.
 *
 * <p>{@code ./verify --long} kills a service during every single POST, in several rounds.
 */
class RepeatedRequestsIT {

    private static final boolean LONG = Boolean.getBoolean("dialogue.long");
    private static final int ROUNDS = LONG ? 3 : 1;
    private static final int KILLS_IN_A_SHORT_ROUND = 2;
    private static final int LONGEST_STOP_MILLIS = 1_000;
    private static final long SEED = Long.getLong("dialogue.seed", new Random().nextLong());
    private static final Map<String, String> SETTINGS = Map.of("DIALOGUE_WEB_COMMANDTIMEOUT", "500ms");

    private static EmbeddedMongo mongo;
    private static FreezablePort store;
    private static Issuer issuer;
    private static Cast cast;
    private static Suite suite;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.inMemory();
        store = FreezablePort.before(URI.create(mongo.connectionString()).getPort());
        issuer = Issuer.start();
        cast = new Cast(issuer);
        suite = new Suite(
                "repeated",
                Servers.shared().withMongo("mongodb://127.0.0.1:" + store.port()),
                issuer.address(),
                SETTINGS);
        Stream.of(suite.dialogues(), suite.answers()).forEach(service -> service.start());
        Stream.of(suite.dialogues(), suite.answers()).forEach(service -> service.awaitReady());
    }

    @AfterAll
    static void stop() {
        suite.close();
        issuer.close();
        store.close();
        mongo.close();
    }

    @Test
    void everyPostOfTheContractIsInTheTable() {
        Set<String> inTable = EveryPost.of(suite, cast, "any").stream()
                .map(post -> post.module() + " POST " + post.template())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(postsOf("dialogue-service"));
        missing.addAll(postsOf("answer-service"));
        missing.removeAll(inTable);

        assertThat(missing).as("POSTs that EveryPost does not send").isEmpty();
    }

    @Test
    void everyPostTakesEffectOnceHoweverItsAttemptsEnd() {
        System.out.println("RepeatedRequestsIT: -Ddialogue.seed=" + SEED);
        Random random = new Random(SEED);
        await("the cast to be registered").atMost(Patience.START).untilAsserted(() -> cast.register(suite.dialogues()));
        EveryPost.of(suite, cast, "calm-").forEach(post -> answered(post));
        Map<String, List<String>> undisturbed = quietHistories("calm-");

        for (int round = 1; round <= ROUNDS; round++) {
            String prefix = "fire" + round + "-";
            List<Post> posts = EveryPost.of(suite, cast, prefix);
            Map<Post, Reply> answers = new LinkedHashMap<>();
            Set<Integer> kills = LONG
                    ? Set.of()
                    : random.ints(0, posts.size())
                            .distinct()
                            .limit(KILLS_IN_A_SHORT_ROUND)
                            .boxed()
                            .collect(Collectors.toSet());
            for (int i = 0; i < posts.size(); i++) {
                boolean kill = LONG || kills.contains(i);
                answers.put(posts.get(i), disturbed(posts.get(i), kill, random));
            }
            await("each POST of " + prefix + " to have taken effect once")
                    .atMost(Patience.NEWS)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(histories(prefix)).isEqualTo(undisturbed));
            repeatedOnceMore(answers);
            assertThat(histories(prefix)).isEqualTo(undisturbed);
        }
    }

    private static Reply disturbed(Post post, boolean kill, Random random) {
        awaitTurn(post);
        CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(() -> answered(post));
        pause(random.nextInt(25));
        if (kill) {
            post.service().kill();
            post.service().start();
        } else if (random.nextInt(3) == 0) {
            store.cut();
        } else {
            store.freeze();
            pause(random.nextInt(LONGEST_STOP_MILLIS));
            store.thaw();
        }
        return answer.join();
    }

    /** Repeats a request until somebody answers it for good. */
    private static Reply answered(Post post) {
        awaitTurn(post);
        AtomicReference<Reply> answer = new AtomicReference<>();
        await("an answer to " + post)
                .atMost(Patience.START)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    try {
                        answer.set(post.by().post(post.path(), post.body(), post.key()));
                        return answer.get().status() != 503;
                    } catch (UncheckedIOException noAnswer) {
                        return false;
                    }
                });
        Reply reply = answer.get();
        assertThat(reply.status()).as("%s: %s", post, reply.body()).isBetween(200, post.recordsEvents() ? 299 : 404);
        return reply;
    }

    private static void awaitTurn(Post post) {
        if (post.after() != null) {
            await("what comes before " + post).atMost(Patience.NEWS).until(() -> {
                try {
                    return post.after().isSeen();
                } catch (UncheckedIOException away) {
                    return false;
                }
            });
        }
    }

    /** By now things have moved on, but what was done is done. */
    private static void repeatedOnceMore(Map<Post, Reply> answers) {
        answers.forEach((post, first) -> {
            if (post.recordsEvents()) {
                Reply again = repeated(post);
                assertThat(again.status()).as("%s: %s", post, again.body()).isEqualTo(first.status());
                assertThat(again.header("Idempotency-Replayed")).as("%s", post).isEqualTo("true");
            }
        });
    }

    private static Reply repeated(Post post) {
        AtomicReference<Reply> answer = new AtomicReference<>();
        await(post.toString()).atMost(Patience.NEWS).until(() -> {
            answer.set(post.by().post(post.path(), post.body(), post.key()));
            return answer.get().status() != 503;
        });
        return answer.get();
    }

    /** What happened to each thing of a round, once nothing more follows from it. */
    private static Map<String, List<String>> quietHistories(String prefix) {
        AtomicReference<Map<String, List<String>>> last = new AtomicReference<>(Map.of());
        await("the services to become quiet")
                .atMost(Patience.NEWS)
                .pollInterval(Duration.ofSeconds(4))
                .until(() -> last.get().equals(last.updateAndGet(before -> histories(prefix)))
                        && !last.get().isEmpty());
        return last.get();
    }

    private static Map<String, List<String>> histories(String prefix) {
        Ledgers ledgers = suite.ledgers();
        Map<String, List<String>> histories = new TreeMap<>();
        for (StoredLedger ledger : List.of(ledgers.dialogues(), ledgers.answers())) {
            ledger.assertWhole();
            histories.putAll(ledger.names().entrySet().stream()
                    .filter(entry -> entry.getKey().contains(prefix))
                    .collect(toMap(
                            entry -> entry.getKey().replace(prefix, ""),
                            entry -> entry.getValue().stream().sorted().toList())));
        }
        return histories;
    }

    /** The paths of a committed OpenAPI document that take a POST. */
    private static List<String> postsOf(String module) {
        try {
            List<String> lines = Files.readAllLines(Path.of("..", "..", module, "openapi.yaml"));
            List<String> posts = new ArrayList<>();
            String path = "";
            for (String line : lines) {
                if (line.startsWith("  /")) {
                    path = line.strip().replaceFirst(":$", "");
                } else if (line.equals("    post:")) {
                    posts.add(module + " POST " + path);
                }
            }
            assertThat(posts).as("POSTs of %s", module).isNotEmpty();
            return posts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How long a disturbance comes after its request, or lasts: the point is its length, not what it waits for. */
    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
