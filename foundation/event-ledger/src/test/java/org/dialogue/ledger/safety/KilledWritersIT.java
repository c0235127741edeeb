package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerProofs;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred processes die by SIGKILL while their threads append, four at a time on one ledger, next to one process that
 * lives through it all.
 */
class KilledWritersIT {

    private static final int PROCESSES_AT_ONCE = 4;
    private static final int ROUNDS = 25;
    private static final int LONGEST_LIFE_MICROS = 400_000;
    private static final String SURVIVOR = "survivor";
    private static final String REHEARSAL = "rehearsal";

    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventLedger survivor =
            EventLedger.in(database, "events").writer(SURVIVOR).open();
    private final List<RecordedEvent> seenBySurvivor = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path directory;

    @AfterEach
    void end() {
        timer.shutdownNow();
        database.drop();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAndHistoryIsWhole() throws Exception {
        List<String> acknowledgements;
        try (MortalJvm jvm = MortalJvm.rehearsed(
                directory, WriterToBeKilled.class, TestServers.mongoUri(), database.getName(), REHEARSAL, "1", "50")) {
            Random moments = new Random(SEED);
            List<Callable<List<String>>> series = new ArrayList<>();
            for (int i = 0; i < PROCESSES_AT_ONCE; i++) {
                String name = "p" + i;
                Random own = new Random(moments.nextLong());
                series.add(() -> oneAfterTheOther(jvm, name, own));
            }
            acknowledgements =
                    Threads.run(series).stream().flatMap(List::stream).toList();
        }

        List<RecordedEvent> history = HistoryChecks.wholeHistory(EventLedger.open(database, "events"));
        String how = "with -Dkill.seed=" + SEED;
        assertThat(history.subList(0, seenBySurvivor.size()))
                .as("what was read once stays, " + how)
                .isEqualTo(seenBySurvivor);
        assertThat(survivor.head()).as(how).isEqualTo(history.size());
        Set<String> acknowledged = new HashSet<>();
        List<TreeHead> trees = new ArrayList<>();
        for (String line : acknowledgements) {
            List<String> fields = List.of(line.split(" "));
            List<String> ids = fields.subList(4, fields.size());
            assertThat(history.subList(Integer.parseInt(fields.get(0)) - 1, Integer.parseInt(fields.get(1))))
                    .as(how)
                    .extracting(recorded -> recorded.event().id())
                    .isEqualTo(ids);
            trees.add(new TreeHead(Long.parseLong(fields.get(2)), HexFormat.of().parseHex(fields.get(3))));
            acknowledged.addAll(ids);
        }
        LedgerProofs proofs = EventLedger.open(database, "events").proofs();
        assertThat(trees)
                .as("every tree that was acknowledged, " + how)
                .allSatisfy(tree -> assertThat(proofs.headAt(tree.size())).isEqualTo(tree));
        assertThat(database.getCollection("events").countDocuments(Filters.nin("writer", SURVIVOR, REHEARSAL)))
                .as("commits shared inserts, " + how)
                .isLessThan(commitsAreWhole(history, how));
        sequencesHaveNoGaps(history, how);
        assertThat(history)
                .as("some died between insert and acknowledgement, " + how)
                .extracting(recorded -> recorded.event().id())
                .filteredOn(id -> id.contains("/") && !id.startsWith(REHEARSAL))
                .anyMatch(id -> !acknowledged.contains(id));
    }

    private List<String> oneAfterTheOther(MortalJvm jvm, String name, Random moments) throws Exception {
        List<String> acknowledgements = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String process = name + "r" + round;
            acknowledgements.addAll(jvm.runAndKill(
                    moments.nextInt(LONGEST_LIFE_MICROS),
                    timer,
                    TestServers.mongoUri(),
                    database.getName(),
                    process,
                    String.valueOf(moments.nextLong())));
            goOn(process);
        }
        return acknowledgements;
    }

    private synchronized void goOn(String afterDeathOf) {
        survivor.append(List.of(TestEvents.event("mourned-" + afterDeathOf, 0)));
        survivor.readAfter(seenBySurvivor.size()).forEach(seenBySurvivor::add);
    }

    /** Ids end in the event's place and the commit's size: {@code .0/3 .1/3 .2/3}. Counts those of killed writers. */
    private static long commitsAreWhole(List<RecordedEvent> history, String how) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        history.stream()
                .map(recorded -> recorded.event().id())
                .filter(id -> id.contains("/"))
                .forEach(id -> {
                    int end = id.lastIndexOf('.');
                    places.computeIfAbsent(id.substring(0, end), commit -> new ArrayList<>())
                            .add(id.substring(end + 1));
                });
        assertThat(places.values()).as(how).isNotEmpty().allSatisfy(commit -> {
            int size = commit.size();
            assertThat(commit)
                    .isEqualTo(LongStream.range(0, size)
                            .mapToObj(i -> i + "/" + size)
                            .toList());
        });
        return places.keySet().stream()
                .filter(commit -> !commit.startsWith(REHEARSAL))
                .count();
    }

    private static void sequencesHaveNoGaps(List<RecordedEvent> history, String how) {
        Map<String, Long> next = new HashMap<>();
        for (RecordedEvent recorded : history) {
            String aggregate = recorded.event().aggregateId();
            assertThat(recorded.event().sequence())
                    .as("next of %s at %d, %s", aggregate, recorded.position(), how)
                    .isEqualTo(next.getOrDefault(aggregate, 0L));
            next.put(aggregate, recorded.event().sequence() + 1);
        }
        assertThat(next).containsKey(WriterToBeKilled.COVETED);
    }
}
