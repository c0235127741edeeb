package org.dialogue.benchmarks.section;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.contender.Store;
import org.dialogue.benchmarks.measure.AppendRate;
import org.dialogue.benchmarks.measure.Writers;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;
import org.dialogue.benchmarks.server.Server;
import org.dialogue.benchmarks.server.StubServer;

/**
 * What the client's side of an append costs, against a server that only acknowledges, after a delay. On two cores that
 * a real server shares, no figure can come near these.
 */
public final class ClientCeiling {

    private static final List<Integer> WRITERS = List.of(1, 8, 64);

    /** Else it would be measured how fast the JVM compiles: here nothing waits for a server that hides it. */
    private static final int WINDOWS_TO_COMPILE = 4;

    private final Lab lab;
    private final Duration delay;
    private final List<Contender<? extends Store>> contenders;

    /**
     * Measures in a lab, but not on its server.
     *
     * @param delay what passes between an insert and its acknowledgement
     * @param ledgerOnly whether to leave the other contenders out
     */
    public ClientCeiling(Lab lab, Duration delay, boolean ledgerOnly) {
        this.lab = lab;
        this.delay = delay;
        this.contenders = ledgerOnly
                ? List.of(Contender.LEDGER)
                : List.of(Contender.RAW, Contender.AXON_PER_EVENT, Contender.AXON_PER_COMMIT, Contender.LEDGER);
    }

    /**
     * One figure of the table.
     *
     * @param contender who
     * @param writers how many write at once, one event a commit
     * @param rate the median of the rounds
     * @param eventsPerInsert how many shared an insert, as far as the rate tells
     */
    public record Cell(String contender, int writers, AppendRate rate, double eventsPerInsert) {}

    /** Measures all contenders. */
    public Chapter measure() {
        List<Cell> cells = new ArrayList<>();
        Table table = new Table(
                "events/s, one a commit (p50 / p99 ms), acknowledged after %s ms".formatted(delay.toNanos() / 1e6),
                "1 writer",
                "8 writers",
                "64 writers",
                "bytes allocated for an event, 64 writers",
                "events an insert, about");
        try (StubServer stub = StubServer.start(delay);
                MongoClient client = Server.at(stub.connectionString()).connect()) {
            for (Contender<? extends Store> contender : contenders) {
                haveCompiled(client, contender);
                List<Cell> ofContender = WRITERS.stream()
                        .map(writers -> cell(stub, client, contender, writers))
                        .toList();
                List<String> row = new ArrayList<>(List.of(contender.name()));
                ofContender.forEach(cell -> row.add(Figures.rate(cell.rate)));
                Cell busiest = ofContender.get(ofContender.size() - 1);
                row.add(Figures.whole(busiest.rate.allocatedBytesPerEvent()));
                row.add(Figures.precise(busiest.eventsPerInsert));
                table.row(row);
                cells.addAll(ofContender);
            }
        }
        return new Chapter("client", table.markdown(), cells, List.of());
    }

    private void haveCompiled(MongoClient client, Contender<? extends Store> contender) {
        lab.progress("client alone, warming up: %s", contender.name());
        Duration window = lab.settings().window().multipliedBy(WINDOWS_TO_COMPILE);
        int busiest = WRITERS.get(WRITERS.size() - 1);
        try (Store store = contender.open(client.getDatabase("stub-" + UUID.randomUUID()))) {
            new Writers(busiest, 1, Duration.ZERO, window).measure(store);
        }
    }

    private Cell cell(StubServer stub, MongoClient client, Contender<? extends Store> contender, int writers) {
        Duration window = lab.settings().window();
        Duration warmUp = lab.settings().warmUp();
        List<AppendRate> rounds = new ArrayList<>();
        double events = 0;
        long insertsBefore = stub.inserts();
        for (int round = 0; round < lab.settings().rounds(); round++) {
            try (Store store = contender.open(client.getDatabase("stub-" + UUID.randomUUID()))) {
                AppendRate rate = new Writers(writers, 1, warmUp, window).measure(store);
                // Inserts of the warm-up are counted too.
                events += rate.eventsPerSecond() * warmUp.plus(window).toMillis() / 1e3;
                rounds.add(rate);
            }
        }
        AppendRate rate = AppendRate.median(rounds);
        lab.progress("client alone, %d writers, %s: %,.0f/s", writers, contender.name(), rate.eventsPerSecond());
        return new Cell(contender.name(), writers, rate, events / (stub.inserts() - insertsBefore));
    }
}
