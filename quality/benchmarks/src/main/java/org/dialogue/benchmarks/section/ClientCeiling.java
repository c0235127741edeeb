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

    private final Lab lab;
    private final Duration delay;

    /** Measures in a lab, but not on its server. */
    public ClientCeiling(Lab lab, Duration delay) {
        this.lab = lab;
        this.delay = delay;
    }

    /**
     * One figure of the table.
     *
     * @param contender who
     * @param writers how many write at once, one event a commit
     * @param rate the median of the rounds
     */
    public record Cell(String contender, int writers, AppendRate rate) {}

    /** Measures all contenders. */
    public Chapter measure() {
        List<Cell> cells = new ArrayList<>();
        Table table = new Table(
                "events/s, one a commit (p50 / p99 ms), acknowledged after %s ms".formatted(delay.toNanos() / 1e6),
                "1 writer",
                "8 writers",
                "64 writers",
                "bytes allocated for an event, 64 writers");
        try (StubServer stub = StubServer.start(delay);
                MongoClient client = Server.at(stub.connectionString()).connect()) {
            for (Contender<? extends Store> contender :
                    List.of(Contender.RAW, Contender.AXON_PER_EVENT, Contender.AXON_PER_COMMIT, Contender.LEDGER)) {
                List<String> row = new ArrayList<>(List.of(contender.name()));
                String bytes = "";
                for (int writers : WRITERS) {
                    AppendRate rate = rate(client, contender, writers);
                    lab.progress(
                            "client alone, %d writers, %s: %,.0f/s", writers, contender.name(), rate.eventsPerSecond());
                    cells.add(new Cell(contender.name(), writers, rate));
                    row.add(Figures.rate(rate));
                    bytes = Figures.whole(rate.allocatedBytesPerEvent());
                }
                row.add(bytes);
                table.row(row);
            }
        }
        return new Chapter("client", table.markdown(), cells, List.of());
    }

    private AppendRate rate(MongoClient client, Contender<? extends Store> contender, int writers) {
        List<AppendRate> rounds = new ArrayList<>();
        for (int round = 0; round < lab.settings().rounds(); round++) {
            try (Store store = contender.open(client.getDatabase("stub-" + UUID.randomUUID()))) {
                rounds.add(new Writers(
                                writers,
                                1,
                                lab.settings().window(),
                                lab.settings().window())
                        .measure(store));
            }
        }
        return AppendRate.median(rounds);
    }
}
