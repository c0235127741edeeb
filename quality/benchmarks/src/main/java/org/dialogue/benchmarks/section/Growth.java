package org.dialogue.benchmarks.section;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.measure.AppendRate;
import org.dialogue.benchmarks.measure.Writers;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;
import org.dialogue.benchmarks.report.Target;
import org.dialogue.benchmarks.section.Histories.History;

/**
 * What an append costs where much is stored already. The histories grow while they are measured, so the windows are
 * short and there are more of them, and the shortest history is a new one each time.
 */
final class Growth {

    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(1);
    private static final int EXTRA_ROUNDS = 2;
    private static final List<Integer> WRITERS = List.of(1, 64);

    private final Lab lab;
    private final List<History> histories;

    Growth(Lab lab, List<History> histories) {
        this.lab = lab;
        this.histories = histories;
    }

    /**
     * One figure of the table.
     *
     * @param contender who
     * @param stored how many events were stored before
     * @param writers how many write at once, one event a commit
     * @param rate the median of the rounds
     */
    public record Cell(String contender, long stored, int writers, AppendRate rate) {}

    private record Place(String contender, long stored, int writers) {}

    Chapter measure() {
        Map<Place, List<AppendRate>> rounds = new LinkedHashMap<>();
        for (int round = 1; round <= lab.settings().rounds() + EXTRA_ROUNDS; round++) {
            for (History history : histories) {
                if (history.asked() == lab.settings().histories().get(0)) {
                    try (History anew = new Histories(lab).filled(history.contender(), history.asked())) {
                        measure(anew, round, rounds);
                    }
                } else {
                    measure(history, round, rounds);
                }
            }
        }
        List<Cell> cells = rounds.entrySet().stream()
                .map(place -> new Cell(
                        place.getKey().contender,
                        place.getKey().stored,
                        place.getKey().writers,
                        AppendRate.median(place.getValue())))
                .toList();
        return new Chapter("growth", markdown(cells), cells, targets(cells));
    }

    private void measure(History history, int round, Map<Place, List<AppendRate>> rounds) {
        for (int writers : WRITERS) {
            AppendRate rate = rate(history, writers);
            String contender = history.contender().name();
            lab.progress(
                    "growth, round %d: %d writers after %,d events, %s: %,.0f/s",
                    round, writers, history.asked(), contender, rate.eventsPerSecond());
            rounds.computeIfAbsent(new Place(contender, history.asked(), writers), place -> new ArrayList<>())
                    .add(rate);
        }
    }

    private AppendRate rate(History history, int writers) {
        Duration window = lab.settings().window();
        return new Writers(
                        writers,
                        1,
                        lab.settings().warmUp(),
                        window.compareTo(LONGEST_WINDOW) < 0 ? window : LONGEST_WINDOW)
                .measure(history.store());
    }

    private static String markdown(List<Cell> cells) {
        Table table =
                new Table("events/s, one a commit (p50 / p99 ms)", "events stored before", "1 writer", "64 writers");
        cells.stream()
                .filter(cell -> cell.writers == 1)
                .forEach(single -> table.row(
                        single.contender,
                        Figures.whole(single.stored),
                        Figures.rate(single.rate),
                        Figures.rate(find(cells, single.contender, single.stored, 64))));
        return table.markdown();
    }

    private static List<Target> targets(List<Cell> cells) {
        String ledger = Contender.LEDGER.name();
        var stored = cells.stream()
                .filter(cell -> cell.contender.equals(ledger))
                .mapToLong(Cell::stored)
                .summaryStatistics();
        return WRITERS.stream()
                .map(writers -> Target.atLeast(
                        "append by %d after %,d events / after %,d"
                                .formatted(writers, stored.getMax(), stored.getMin()),
                        0.8,
                        find(cells, ledger, stored.getMax(), writers).eventsPerSecond()
                                / find(cells, ledger, stored.getMin(), writers).eventsPerSecond()))
                .toList();
    }

    private static AppendRate find(List<Cell> cells, String contender, long stored, int writers) {
        return cells.stream()
                .filter(cell -> cell.contender.equals(contender) && cell.stored == stored && cell.writers == writers)
                .findFirst()
                .orElseThrow()
                .rate();
    }
}
