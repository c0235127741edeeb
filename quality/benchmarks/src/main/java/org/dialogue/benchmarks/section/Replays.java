package org.dialogue.benchmarks.section;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bson.RawBsonDocument;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.AxonStore;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.contender.LedgerStore;
import org.dialogue.benchmarks.measure.Allocation;
import org.dialogue.benchmarks.measure.Heap;
import org.dialogue.benchmarks.measure.Medians;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;
import org.dialogue.benchmarks.report.Target;
import org.dialogue.benchmarks.section.Histories.History;

/** How fast whole histories are read from the first event to the last. */
final class Replays {

    private static final long WORTH_REPLAYING = 10_000;
    private static final int SHARE_OF_WARM_UP = 5;
    private static final String RAW_SCAN = "raw driver scan of the ledger's documents";
    private static final String STREAM = ", Axon's stream";
    private static final String ENGINE = ", `engine.readEvents`";

    private final Lab lab;
    private final List<History> histories;

    Replays(Lab lab, List<History> histories) {
        this.lab = lab;
        this.histories = histories;
    }

    private record Source(String name, long asked, long events, Reading reading) {}

    /**
     * One replay.
     *
     * @param source what was read and how
     * @param asked how many events there should be
     * @param history how many there are: fewer if filling took too long
     * @param read how many of them were read before time was up
     * @param eventsPerSecond the rate
     * @param allocatedBytesPerEvent what all threads of the client allocated
     * @param heapBytes heap in use after a collection right after the replay
     */
    public record Replay(
            String source,
            long asked,
            long history,
            long read,
            double eventsPerSecond,
            double allocatedBytesPerEvent,
            long heapBytes) {

        boolean isPrefix() {
            return read < history;
        }
    }

    Chapter measure() {
        List<Source> sources = new ArrayList<>();
        for (History history : histories) {
            if (history.events() >= Math.min(WORTH_REPLAYING, longest())) {
                sources.addAll(sources(history));
            }
        }
        for (Source source : sources) {
            once(source, WORTH_REPLAYING, lab.settings().bound().dividedBy(SHARE_OF_WARM_UP));
        }
        Map<Source, List<Replay>> rounds = new LinkedHashMap<>();
        for (int round = 1; round <= lab.settings().rounds(); round++) {
            for (Source source : sources) {
                List<Replay> former = rounds.computeIfAbsent(source, any -> new ArrayList<>());
                if (former.stream().noneMatch(Replay::isPrefix)) {
                    Replay replay = once(source, source.events, lab.settings().bound());
                    lab.progress(
                            "replay, round %d: %,d of %,d events, %s: %,.0f/s",
                            round, replay.read, replay.history, replay.source, replay.eventsPerSecond);
                    former.add(replay);
                }
            }
        }
        List<Replay> replays = rounds.values().stream().map(Replays::median).toList();
        return new Chapter("replay", markdown(replays), replays, targets(replays));
    }

    private long longest() {
        return histories.stream().mapToLong(History::events).max().orElseThrow();
    }

    private static List<Source> sources(History history) {
        AxonStore store = history.store();
        String name = history.contender().name();
        List<Source> sources = new ArrayList<>();
        sources.add(new Source(name + STREAM, history.asked(), history.events(), Reading.axonStream(store)));
        sources.add(new Source(name + ENGINE, history.asked(), history.events(), Reading.engine(store.engine())));
        if (history.contender() == Contender.LEDGER) {
            var commits = history.database().getCollection(LedgerStore.COLLECTION, RawBsonDocument.class);
            sources.add(new Source(
                    RAW_SCAN, history.asked(), history.events(), Reading.rawScan(commits, new RawEvents("events"))));
        }
        return sources;
    }

    private static Replay once(Source source, long limit, Duration bound) {
        Allocation allocation = Allocation.startCounting();
        long begun = System.nanoTime();
        long read = source.reading.read(limit, begun + bound.toNanos());
        double seconds = (System.nanoTime() - begun) / 1e9;
        long allocated = allocation.soFar();
        return new Replay(
                source.name,
                source.asked,
                source.events,
                read,
                read / seconds,
                (double) allocated / read,
                Heap.usedAfterCollection());
    }

    private static Replay median(List<Replay> rounds) {
        Replay any = rounds.get(0);
        return new Replay(
                any.source,
                any.asked,
                any.history,
                any.read,
                Medians.of(rounds.stream().mapToDouble(Replay::eventsPerSecond).toArray()),
                Medians.of(rounds.stream()
                        .mapToDouble(Replay::allocatedBytesPerEvent)
                        .toArray()),
                rounds.stream().mapToLong(Replay::heapBytes).max().orElseThrow());
    }

    private String markdown(List<Replay> replays) {
        Table table = new Table(
                "replay", "events stored", "events/s", "bytes allocated for an event", "heap afterwards", "read");
        for (Replay replay : replays) {
            table.row(
                    replay.source,
                    Figures.whole(replay.history),
                    Figures.whole(replay.eventsPerSecond),
                    Figures.whole(replay.allocatedBytesPerEvent),
                    Figures.mebibytes(replay.heapBytes),
                    replay.isPrefix()
                            ? "the first %s, in %d s"
                                    .formatted(
                                            Figures.whole(replay.read),
                                            lab.settings().bound().toSeconds())
                            : "all");
        }
        return table.markdown();
    }

    private static List<Target> targets(List<Replay> replays) {
        List<Target> targets = new ArrayList<>();
        for (long size : replays.stream().map(Replay::asked).distinct().toList()) {
            double ledger =
                    rate(replays, Contender.LEDGER.name() + STREAM, size).orElseThrow();
            double scan = rate(replays, RAW_SCAN, size).orElseThrow();
            targets.add(Target.atLeast(
                    "replay of %,d events through Axon's stream: ledger / raw scan".formatted(size),
                    0.7,
                    ledger / scan));
            rate(replays, Contender.AXON_PER_EVENT.name() + STREAM, size).ifPresent(perEvent -> {
                double perCommit = rate(replays, Contender.AXON_PER_COMMIT.name() + STREAM, size)
                        .orElse(0);
                targets.add(Target.atLeast(
                        "replay of %,d events through Axon's stream: ledger / axon-mongo's better strategy"
                                .formatted(size),
                        40,
                        ledger / Math.max(perEvent, perCommit)));
            });
        }
        return targets;
    }

    private static OptionalDouble rate(List<Replay> replays, String source, long size) {
        return replays.stream()
                .filter(replay -> replay.source.equals(source) && replay.asked == size)
                .mapToDouble(Replay::eventsPerSecond)
                .findFirst();
    }
}
