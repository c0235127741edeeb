package org.dialogue.benchmarks.section;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.AxonStore;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;
import org.dialogue.benchmarks.section.Histories.History;
import org.dialogue.benchmarks.workload.PastAggregates;
import org.dialogue.benchmarks.workload.PastAggregates.Aggregate;

/** How long it takes to read the events of one aggregate, by one reader, picking aggregates at random. */
final class AggregateLoads {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Lab lab;
    private final List<History> histories;

    AggregateLoads(Lab lab, List<History> histories) {
        this.lab = lab;
        this.histories = histories;
    }

    /**
     * One figure of the table.
     *
     * @param contender who
     * @param history how many events are stored, or should be: the replays tell their true number
     * @param events how many of them belong to the aggregate
     * @param loads how often it was done
     * @param p50Millis half of the loads took no longer
     * @param p99Millis 99 of 100 took no longer
     */
    public record Load(String contender, long history, int events, long loads, double p50Millis, double p99Millis) {}

    Chapter measure() {
        List<Load> loads = new ArrayList<>();
        for (History history : histories) {
            for (int length : PastAggregates.lengths()) {
                Load load = load(history, length);
                lab.progress(
                        "loads of %d events among %,d, %s: %s ms",
                        length, history.events(), load.contender, Figures.precise(load.p50Millis));
                loads.add(load);
            }
        }
        return new Chapter("loads", markdown(loads), loads, List.of());
    }

    private Load load(History history, int length) {
        Histogram latencies = new Histogram(DIGITS);
        long begun = System.nanoTime();
        long warm = begun + lab.settings().warmUp().toNanos();
        long deadline = warm + lab.settings().window().toNanos();
        List<Aggregate> alike = history.aggregates().stream()
                .filter(aggregate -> aggregate.events() == length)
                .toList();
        long after = begun;
        while (after <= deadline || latencies.getTotalCount() == 0) {
            Aggregate aggregate = alike.get(ThreadLocalRandom.current().nextInt(alike.size()));
            long before = System.nanoTime();
            readAll(history.store(), aggregate);
            after = System.nanoTime();
            if (after > warm) {
                latencies.recordValue(after - before);
            }
        }
        return new Load(
                history.contender().name(),
                history.asked(),
                length,
                latencies.getTotalCount(),
                latencies.getValueAtPercentile(50) / NANOS_PER_MILLI,
                latencies.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }

    private static void readAll(AxonStore store, Aggregate aggregate) {
        DomainEventStream events = store.engine().readEvents(aggregate.id());
        int read = 0;
        while (events.hasNext()) {
            events.next();
            read++;
        }
        if (read != aggregate.events()) {
            throw new IllegalStateException("%d events read of %s".formatted(read, aggregate));
        }
    }

    private String markdown(List<Load> loads) {
        List<Long> sizes = loads.stream().map(Load::history).distinct().sorted().toList();
        List<String> headings = new ArrayList<>(List.of("ms to load an aggregate (p50 / p99)", "its events"));
        sizes.forEach(size -> headings.add("of %,d stored".formatted(size)));
        Table table = new Table(headings.toArray(String[]::new));
        for (var contender : List.of(Contender.AXON_PER_EVENT, Contender.AXON_PER_COMMIT, Contender.LEDGER)) {
            for (int length : PastAggregates.lengths()) {
                List<String> row = new ArrayList<>(List.of(contender.name(), String.valueOf(length)));
                sizes.forEach(size -> row.add(loads.stream()
                        .filter(load -> load.contender.equals(contender.name())
                                && load.history == size
                                && load.events == length)
                        .findFirst()
                        .map(load -> Figures.precise(load.p50Millis) + " / " + Figures.precise(load.p99Millis))
                        .orElse("not filled so far")));
                table.row(row);
            }
        }
        return table.markdown();
    }
}
