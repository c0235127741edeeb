package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.events.EventSerializers;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Leaf;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;

/** Witnesses on real ledgers, without Spring, Kafka or HTTP: what was heard is put into the book by hand. */
final class WitnessedLedgers implements AutoCloseable {

    private static final Instant RECORDED = Instant.parse("2023-12-01T00:00:00Z");

    final EventLedger own;
    final CheckpointBook book;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final SigningKey key = SigningKey.generate("test/witness");
    private final MongoClient client = MongoClients.create(TestServers.mongoUri());
    private final MongoDatabase database =
            client.getDatabase("witness_" + UUID.randomUUID().toString().replace("-", ""));
    private final Clock clock = Clock.systemUTC();
    private long places;

    WitnessedLedgers() {
        own = EventLedger.in(database, "own").open();
        book = new CheckpointBook(database, clock);
    }

    static Source source(String name, VerifierKey... keys) {
        return new Source(name, "test/" + name, name + ".checkpoints", URI.create("http://" + name), List.of(keys));
    }

    /** A witness as the next start of the service makes it. */
    Witness witness(Source source, Publisher publisher) {
        WitnessedTrees trees = trees(List.of(source));
        trees.follow(() -> true);
        return witness(source, publisher, trees);
    }

    /** The thread of several witnesses. */
    Witnesses witnesses(List<Source> sources, List<Publisher> publishers) {
        WitnessedTrees trees = trees(sources);
        List<Witness> witnesses = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            witnesses.add(witness(sources.get(i), publishers.get(i), trees));
        }
        return new Witnesses(own, trees, witnesses, Duration.ofMillis(50));
    }

    private WitnessedTrees trees(Collection<Source> sources) {
        return new WitnessedTrees(
                own, new TreeMarks(database), sources.stream().map(Source::name).toList());
    }

    private Witness witness(Source source, Publisher publisher, WitnessedTrees trees) {
        // Alarms are only raised here; nobody looks one up.
        AlarmRecord alarms =
                new AlarmRecord(own, alarm -> List.of(), EventSerializers.forEvents(), "reporting-service");
        return new Witness(
                source,
                trees,
                book,
                new KnownKeys(database, clock),
                publisher,
                new RefusingCheckpoints(source, trees, book, publisher, alarms, clock, meters),
                key,
                clock);
    }

    /** Copies events of a source, as the intake does. */
    Leaves copy(Source source, int events) {
        List<byte[]> leaves = new ArrayList<>();
        for (int position = 1; position <= events; position++) {
            LedgerEvent event = event(source.name() + "-" + position, new Origin(source.name(), position, RECORDED));
            own.append(List.of(event));
            leaves.add(Leaf.hash(event, RECORDED));
        }
        return new Leaves(leaves);
    }

    private static LedgerEvent event(String id, Origin origin) {
        return new LedgerEvent(
                id,
                "told",
                "1",
                "thing",
                "thing:" + id,
                0L,
                RECORDED,
                id.getBytes(UTF_8),
                "{}".getBytes(UTF_8),
                origin);
    }

    /** Has a note heard, as the listener does. */
    void hear(Source source, String note) {
        book.hear(source.name(), note, ++places);
    }

    /** The alarms raised, as JSON. */
    List<String> alarms() {
        return own.readAfter(0, 1_000).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.origin() == null)
                .map(event -> new String(event.payload(), UTF_8))
                .toList();
    }

    @Override
    public void close() {
        own.close();
        database.drop();
        client.close();
    }
}
