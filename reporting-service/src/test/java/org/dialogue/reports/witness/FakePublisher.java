package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.export.LedgerExport;
import org.dialogue.ledger.tree.TreeHead;
import org.dialogue.reports.story.Sample;

/**
 * A service with a real ledger, events and checkpoints on Kafka, and its tree over HTTP, whose operator can be made to
 * cheat: history is rewritten and hashed anew, as whoever may write to the database could.
 */
final class FakePublisher implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-12-01T00:00:00Z"), ZoneOffset.UTC);

    private final String name;
    private final String origin;
    private final String checkpoints;
    private final MongoDatabase database;
    private final OtherService kafka;
    private volatile SigningKey key;
    private volatile EventLedger ledger;
    private volatile boolean silent;
    private int made;

    FakePublisher(String name, DialogueProperties properties, MongoDatabase database, HttpServer http) {
        this.name = name;
        this.origin = properties.realm() + "/" + name;
        this.checkpoints = properties.topic(name.replaceFirst("-service$", "") + ".checkpoints");
        this.database = database;
        this.kafka = new OtherService(properties.topic("dialogue.events"), name);
        this.key = SigningKey.generate(origin);
        this.ledger = open();
        http.createContext("/" + name + "/api/ledger/", this::answer);
    }

    private EventLedger open() {
        return EventLedger.in(database, "fake_" + name + "_" + UUID.randomUUID())
                .clock(CLOCK)
                .open();
    }

    String name() {
        return name;
    }

    String origin() {
        return origin;
    }

    SigningKey key() {
        return key;
    }

    /** Records events and publishes them. */
    List<RecordedEvent> publish(int events) {
        List<RecordedEvent> recorded = record(events);
        recorded.forEach(kafka::publish);
        return recorded;
    }

    /** Records events and keeps them. */
    List<RecordedEvent> record(int events) {
        long before = ledger.head();
        for (int i = 0; i < events; i++) {
            ledger.append(List.of(newEvent()));
        }
        return ledger.readAfter(before, Math.max(1, events));
    }

    void deliver(RecordedEvent event) {
        kafka.publish(event);
    }

    LedgerEvent newEvent() {
        String id = name + "-" + ++made;
        return kafka.record(
                        1,
                        "question",
                        "question:" + id,
                        0,
                        Sample.raised(id, Sample.COMMUNE, 1),
                        TestActors.secretariat())
                .event();
    }

    /** All events, to be given to {@link #rewrite} in another way. */
    List<LedgerEvent> events() {
        return new ArrayList<>(
                ledger.readAfter(0, 1_000).stream().map(RecordedEvent::event).toList());
    }

    /** Puts another history in place of the present one: consistent in itself, but never published. */
    void rewrite(List<LedgerEvent> history) {
        ledger.close();
        ledger = open();
        history.forEach(event -> ledger.append(List.of(event)));
    }

    static LedgerEvent altered(LedgerEvent event) {
        return altered(event, "\"", " \"");
    }

    /** An event in whose payload the first of one text is another. */
    static LedgerEvent altered(LedgerEvent event, String from, String to) {
        return LedgerEvent.ofAggregate(
                event.id(),
                event.name(),
                event.revision(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.timestamp(),
                new String(event.payload(), UTF_8).replaceFirst(from, to).getBytes(UTF_8),
                event.metadata());
    }

    /** The export of the present ledger, signed by its key, as an auditor gets it. */
    void export(Path archive) throws IOException {
        CheckpointCollection kept = new CheckpointCollection(database, "checkpoints_" + UUID.randomUUID());
        try (CheckpointIssuer issuer = CheckpointIssuer.builder(ledger, kept, key)
                        .origin(origin)
                        .build();
                OutputStream out = Files.newOutputStream(archive)) {
            issuer.issueIfNews();
            new LedgerExport(ledger, kept, origin, CLOCK).write(out);
        }
    }

    /** Signs the present tree and publishes the checkpoint. */
    String sign() {
        return sign(ledger.head());
    }

    String sign(long size) {
        String note = note(ledger.proofs().headAt(size));
        send(note);
        return note;
    }

    private String note(TreeHead head) {
        String body = new Checkpoint(origin, head).body();
        return new SignedNote(body, List.of(key.sign(body))).text();
    }

    /** Puts anything on the topic of checkpoints. */
    void send(String note) {
        kafka.send(new ProducerRecord<>(checkpoints, origin.getBytes(UTF_8), note.getBytes(UTF_8)));
    }

    void changeKey() {
        key = SigningKey.generate(origin);
    }

    void fallSilent() {
        silent = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath().replaceFirst(".*/api/ledger/", "");
        if (silent) {
            reply(exchange, 503, "");
        } else if (asked.equals("keys")) {
            reply(exchange, 200, "# keys of " + name + "\n" + key.verifierKey().text() + "\n");
        } else if (asked.equals("tree")) {
            reply(exchange, 200, json(ledger.treeHead()));
        } else {
            long size = Long.parseLong(asked.replaceFirst("tree/", ""));
            if (size > ledger.head()) {
                reply(exchange, 404, "");
            } else {
                reply(exchange, 200, json(ledger.proofs().headAt(size)));
            }
        }
    }

    private static String json(TreeHead head) {
        return "{\"size\":%d,\"root\":\"%s\"}"
                .formatted(head.size(), Base64.getEncoder().encodeToString(head.root()));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        kafka.close();
        ledger.close();
    }
}
