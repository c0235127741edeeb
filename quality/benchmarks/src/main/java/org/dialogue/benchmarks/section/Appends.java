package org.dialogue.benchmarks.section;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.contender.Store;
import org.dialogue.benchmarks.measure.AppendRate;
import org.dialogue.benchmarks.measure.Writers;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;
import org.dialogue.benchmarks.report.Target;

/** How fast events are appended to a new store. */
public final class Appends {

    private static final List<Integer> WRITERS = List.of(1, 8, 64);
    private static final int FEW = 8;
    private static final int MANY = 64;
    private static final List<Integer> BATCHES = List.of(64, 1_000);

    private static final List<Entry> ENTRIES = List.of(
            new Entry(Contender.RAW, 1),
            new Entry(Contender.RAW_UNINDEXED, 1),
            new Entry(Contender.RAW, 64),
            new Entry(Contender.RAW_UNINDEXED, 64),
            new Entry(Contender.RAW, 1_000),
            new Entry(Contender.RAW_UNINDEXED, 1_000),
            new Entry(Contender.AXON_PER_EVENT, 1),
            new Entry(Contender.AXON_PER_COMMIT, 1),
            new Entry(Contender.LEDGER, 1),
            new Entry(Contender.RAW, 5),
            new Entry(Contender.AXON_PER_EVENT, 5),
            new Entry(Contender.AXON_PER_COMMIT, 5),
            new Entry(Contender.LEDGER, 5));

    private final Lab lab;

    /** Measures in a lab. */
    public Appends(Lab lab) {
        this.lab = lab;
    }

    /**
     * A contender, and how many events it is given at a time.
     *
     * @param contender who
     * @param eventsPerCommit how many
     */
    private record Entry(Contender<? extends Store> contender, int eventsPerCommit) {}

    /** Far more events on their way than are stored in a second: nothing but queueing would be seen. */
    private static final int MOST_ON_THE_WAY = 16_000;

    private record Place(Entry entry, int writers) {}

    /**
     * One figure of the table.
     *
     * @param contender who
     * @param eventsPerCommit how many events are stored together
     * @param writers how many write at once
     * @param rate the median of the rounds
     */
    public record Cell(String contender, int eventsPerCommit, int writers, AppendRate rate) {}

    /** Measures all contenders in turn, several times over. */
    public Chapter measure() {
        lab.progress("appends: warming up");
        for (Entry entry : ENTRIES) {
            once(entry, FEW, Duration.ZERO, lab.settings().window());
        }
        Map<Place, List<AppendRate>> rounds = new LinkedHashMap<>();
        for (int round = 1; round <= lab.settings().rounds(); round++) {
            for (int writers : WRITERS) {
                // Nobody always comes first after the warm-up, or last when the server has much to tidy.
                List<Entry> order = new ArrayList<>(ENTRIES);
                Collections.rotate(
                        order, round * ENTRIES.size() / lab.settings().rounds());
                for (Entry entry : order) {
                    if (entry.eventsPerCommit * writers > MOST_ON_THE_WAY) {
                        continue;
                    }
                    AppendRate rate = once(
                            entry,
                            writers,
                            lab.settings().warmUp(),
                            lab.settings().window());
                    lab.progress(
                            "appends, round %d: %d writers, %d at a time, %s: %s/s",
                            round,
                            writers,
                            entry.eventsPerCommit,
                            entry.contender.name(),
                            Figures.whole(rate.eventsPerSecond()));
                    rounds.computeIfAbsent(new Place(entry, writers), place -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        List<Cell> cells = rounds.entrySet().stream()
                .map(place -> new Cell(
                        place.getKey().entry.contender.name(),
                        place.getKey().entry.eventsPerCommit,
                        place.getKey().writers,
                        AppendRate.median(place.getValue())))
                .toList();
        return new Chapter("appends", markdown(cells), cells, targets(cells));
    }

    private AppendRate once(Entry entry, int writers, Duration warmUp, Duration window) {
        MongoDatabase database = lab.freshDatabase();
        try (Store store = entry.contender.open(database)) {
            return new Writers(writers, entry.eventsPerCommit, warmUp, window).measure(store);
        } finally {
            database.drop();
        }
    }

    private static String markdown(List<Cell> cells) {
        Table table = new Table(
                "events/s (p50 / p99 ms of a commit)", "events a commit", "1 writer", "8 writers", "64 writers");
        Table memory = new Table(
                "bytes allocated by the client for an event", "events a commit", "1 writer", "8 writers", "64 writers");
        for (Entry entry : ENTRIES) {
            List<String> rates =
                    new ArrayList<>(List.of(entry.contender.name(), String.valueOf(entry.eventsPerCommit)));
            List<String> bytes = new ArrayList<>(rates);
            for (int writers : WRITERS) {
                Optional<AppendRate> rate = find(cells, entry.contender, entry.eventsPerCommit, writers);
                rates.add(rate.map(Figures::rate).orElse("-"));
                bytes.add(rate.map(some -> Figures.whole(some.allocatedBytesPerEvent()))
                        .orElse("-"));
            }
            table.row(rates);
            memory.row(bytes);
        }
        return table.markdown() + "\n" + memory.markdown();
    }

    private static List<Target> targets(List<Cell> cells) {
        return List.of(
                Target.atLeast(
                        "append, 64 writers: ledger / axon-mongo's better strategy",
                        10,
                        ledger(cells, MANY) / axon(cells, MANY)),
                Target.atLeast(
                        "append, 64 writers: ledger / raw driver's batched inserts, same unique indexes",
                        0.5,
                        ledger(cells, MANY) / bestBatch(cells, Contender.RAW)),
                Target.atLeast(
                        "append, 64 writers: ledger / raw driver's batched inserts, `_id` index only",
                        0.5,
                        ledger(cells, MANY) / bestBatch(cells, Contender.RAW_UNINDEXED)),
                Target.atLeast(
                        "append, 8 writers: ledger / axon-mongo's better strategy",
                        3,
                        ledger(cells, FEW) / axon(cells, FEW)),
                Target.atLeast(
                        "append, 1 writer: ledger / axon-mongo's better strategy",
                        1,
                        ledger(cells, 1) / axon(cells, 1)));
    }

    private static double ledger(List<Cell> cells, int writers) {
        return rate(cells, Contender.LEDGER, 1, writers).eventsPerSecond();
    }

    private static double axon(List<Cell> cells, int writers) {
        return Math.max(
                rate(cells, Contender.AXON_PER_EVENT, 1, writers).eventsPerSecond(),
                rate(cells, Contender.AXON_PER_COMMIT, 1, writers).eventsPerSecond());
    }

    private static double bestBatch(List<Cell> cells, Contender<?> raw) {
        return BATCHES.stream()
                .flatMap(batch -> Stream.of(1, FEW, MANY).flatMap(writers -> find(cells, raw, batch, writers).stream()))
                .mapToDouble(AppendRate::eventsPerSecond)
                .max()
                .orElseThrow();
    }

    private static AppendRate rate(List<Cell> cells, Contender<?> contender, int eventsPerCommit, int writers) {
        return find(cells, contender, eventsPerCommit, writers).orElseThrow();
    }

    private static Optional<AppendRate> find(
            List<Cell> cells, Contender<?> contender, int eventsPerCommit, int writers) {
        return cells.stream()
                .filter(cell -> cell.contender.equals(contender.name())
                        && cell.eventsPerCommit == eventsPerCommit
                        && cell.writers == writers)
                .findFirst()
                .map(Cell::rate);
    }
}
