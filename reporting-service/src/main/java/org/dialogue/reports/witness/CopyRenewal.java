package org.dialogue.reports.witness;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmAcknowledged;
import org.dialogue.kit.access.Actor;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Leaf;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.MalformedNoteException;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;
import org.dialogue.reports.folds.alarms.LedgerAlarm;

/**
 * The way back to a true copy, after the witness has found that the own copy of a ledger is not that ledger. All history is
 * copied anew into another database: the ledger in question from its export, the others from the former copy. Nothing
 * counts that is not proven by signed checkpoints: the export has to bear out every checkpoint that ever agreed or could not
 * agree with the wrong copy, and one of its own that covers it whole. An export that contradicts what the ledger signed is the proof that the ledger was altered
 * and not the copy, and is refused.
 *
 * <p>The former copy stays as it is, but for the record of this decision, and in use until the new one is ready. Cut short
 * at any point, the renewal is run again: it begins anew with everything, also where only one ledger was in question, since
 * proving what was copied costs as much as copying it. Run again after its end, it changes nothing.
 */
final class CopyRenewal {

    private static final Set<AlarmKind> PROOFS = EnumSet.of(AlarmKind.MISMATCHED, AlarmKind.FORKED, AlarmKind.SHRUNK);
    private static final int BATCH = 200;

    private final MongoDatabase former;
    private final MongoDatabase next;
    private final String nextOrigin;
    private final List<Source> sources;
    private final String service;
    private final Clock clock;

    /**
     * @param former the copy that is left
     * @param next where the new one is made; free
     * @param nextOrigin the name under which the service signs the new one
     * @param sources the ledgers that are witnessed
     * @param service this service's name
     */
    CopyRenewal(
            MongoDatabase former,
            MongoDatabase next,
            String nextOrigin,
            List<Source> sources,
            String service,
            Clock clock) {
        this.former = former;
        this.next = next;
        this.nextOrigin = nextOrigin;
        this.sources = List.copyOf(sources);
        this.service = service;
        this.clock = clock;
    }

    /** The copy is not renewed, and nothing has changed. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /**
     * Makes the new copy.
     *
     * @param former the ledger of the former copy
     * @param alarms its alarms
     * @param id the alarm that the renewal answers; open, and of a kind that proves a difference
     * @param export of the ledger that the alarm is about
     * @param reason why the copy and not the ledger is believed to be wrong
     * @param by who decides
     * @return what was done, as it stands on record
     * @throws Refused if it cannot be proven that the new copy would be true
     */
    String renew(EventLedger former, AlarmRecord alarms, AlarmId id, SourceExport export, String reason, Actor by) {
        LedgerAlarm alarm = alarms.get(id);
        String ledger = alarm.raised().ledger();
        Source source = sources.stream()
                .filter(one -> one.name().equals(ledger))
                .findFirst()
                .orElseThrow(() -> new Refused("nothing is witnessed of " + ledger));
        String prefix = "The copy of %s was left, and made anew in %s,".formatted(ledger, next.getName());
        LedgerAlarm.Acknowledgement answered = alarm.acknowledged();
        if (!PROOFS.contains(alarm.raised().kind())) {
            throw new Refused("an alarm of the kind " + alarm.raised().kind() + " does not prove a difference");
        }
        if (answered != null && !answered.reason().startsWith(prefix)) {
            throw new Refused("the alarm is acknowledged already: its answer cannot be changed");
        }
        CopyGeneration generation = new CopyGeneration(next);
        if (answered != null && generation.isMadeFrom(this.former.getName(), nextOrigin)) {
            return answered.reason();
        }
        if (!generation.isFree()) {
            throw new Refused("the database " + next.getName() + " is in use");
        }
        TreeHead proven = prove(source, export);

        generation.begins(nextOrigin, this.former.getName(), clock.instant());
        String done = answered != null
                ? answered.reason()
                : "%s from an export that checkpoints prove up to position %d (root %s). %s"
                        .formatted(prefix, proven.size(), Base64.getEncoder().encodeToString(proven.root()), reason);
        alarms.acknowledge(new LedgerAlarmAcknowledged(id, done, clock.instant()), by);
        copy(former, source, export, proven.size());
        new CopyGeneration(this.former).isReplacedBy(next.getName(), nextOrigin, clock.instant());
        generation.isReady();
        return done;
    }

    /** Recomputes the export's tree, and holds it against all that the ledger has signed. */
    private TreeHead prove(Source source, SourceExport export) {
        List<VerifierKey> believed = new KnownKeys(former, clock).known(source);
        if (believed.isEmpty()) {
            throw new Refused("no key of " + source.name() + " is known, so nothing can be proven");
        }
        Map<Long, byte[]> signed = new HashMap<>();
        CheckpointBook book = new CheckpointBook(former, clock);
        book.agreed(source.name())
                .forEach(
                        agreed -> signed.put(agreed.tree().size(), agreed.tree().root()));
        book.disputed(source.name())
                .forEach(note -> statedBy(source, note, believed).ifPresent(tree -> state(tree, signed)));
        long largest = signed.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        export.notes(note -> stated(source, note, believed).ifPresent(tree -> state(tree, signed)));
        CompactRange[] tree = {CompactRange.empty()};
        export.events(source.name(), event -> {
            Origin origin = origin(event);
            if (origin.position() != tree[0].size() + 1) {
                throw new Refused("the export has no event at position " + (tree[0].size() + 1));
            }
            tree[0] = tree[0].append(List.of(Leaf.hash(event, origin.recordedAt())));
            byte[] stated = signed.get(tree[0].size());
            if (stated != null && !Arrays.equals(stated, tree[0].root())) {
                throw new Refused(
                        "the export is not what the ledger signed at size %d: it, and not the copy, was altered"
                                .formatted(tree[0].size()));
            }
        });
        long size = tree[0].size();
        if (size < largest) {
            throw new Refused("the ledger had signed %d events, and the export holds %d".formatted(largest, size));
        }
        if (!signed.containsKey(size)) {
            throw new Refused("no signed checkpoint covers the %d events of the export".formatted(size));
        }
        return new TreeHead(size, tree[0].root());
    }

    private static void state(TreeHead tree, Map<Long, byte[]> signed) {
        byte[] known = signed.putIfAbsent(tree.size(), tree.root());
        if (known != null && !Arrays.equals(known, tree.root())) {
            throw new Refused("the ledger has signed two roots at size %d: it, and not the copy, was altered"
                    .formatted(tree.size()));
        }
    }

    private static Optional<TreeHead> stated(Source source, String note, List<VerifierKey> believed) {
        try {
            return read(source, note, believed);
        } catch (MalformedNoteException malformed) {
            throw new Refused("the export holds what is no checkpoint: " + malformed.getMessage());
        }
    }

    /** What came by the topic and is no checkpoint says nothing of the ledger. */
    private static Optional<TreeHead> statedBy(Source source, String note, List<VerifierKey> believed) {
        try {
            return read(source, note, believed);
        } catch (MalformedNoteException nothing) {
            return Optional.empty();
        }
    }

    private static Optional<TreeHead> read(Source source, String note, List<VerifierKey> believed) {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).body());
        return checkpoint.origin().equals(source.origin()) && Judge.isSigned(source.origin(), note, believed)
                ? Optional.of(checkpoint.tree())
                : Optional.empty();
    }

    /** Other ledgers' events come from the former copy; a difference there has an alarm, and a renewal, of its own. */
    private void copy(EventLedger from, Source renewed, SourceExport export, long size) {
        Map<String, Long> copied = new HashMap<>();
        copied.put(renewed.name(), size);
        try (EventLedger ledger = EventLedger.open(next, "events")) {
            List<LedgerEvent> batch = new ArrayList<>();
            export.events(renewed.name(), event -> take(event, batch, ledger));
            try (Stream<RecordedEvent> events = from.readAfter(0)) {
                events.forEach(recorded -> {
                    LedgerEvent event = copyOf(recorded);
                    String source = origin(event).source();
                    if (!source.equals(renewed.name())) {
                        copied.merge(source, origin(event).position(), Math::max);
                        take(event, batch, ledger);
                    }
                });
            }
            flush(batch, ledger);
        }
        // The intake goes on behind what was copied: whatever came in its place by the topic is passed over.
        copied.remove(service);
        copied.forEach((source, position) ->
                next.getCollection("consumed").insertOne(new Document("_id", source).append("position", position)));
        for (String kept : List.of("witness_checkpoints", "witness_keys")) {
            List<Document> documents = former.getCollection(kept).find().into(new ArrayList<>());
            if (!documents.isEmpty()) {
                next.getCollection(kept).insertMany(documents);
            }
        }
        // What was refused because the copy was wrong is judged again.
        next.getCollection("witness_checkpoints")
                .updateMany(
                        and(
                                eq("source", renewed.name()),
                                eq("state", "REFUSED"),
                                eq("kind", AlarmKind.MISMATCHED.name())),
                        set("state", "WAITING"));
    }

    private LedgerEvent copyOf(RecordedEvent recorded) {
        LedgerEvent event = recorded.event();
        return event.origin() != null
                ? event
                : event.copiedFrom(new Origin(service, recorded.position(), recorded.recordedAt()));
    }

    private static void take(LedgerEvent event, List<LedgerEvent> batch, EventLedger ledger) {
        batch.add(event);
        if (batch.size() >= BATCH) {
            flush(batch, ledger);
        }
    }

    private static void flush(List<LedgerEvent> batch, EventLedger ledger) {
        if (!batch.isEmpty()) {
            ledger.append(List.copyOf(batch));
            batch.clear();
        }
    }

    private static Origin origin(LedgerEvent event) {
        Origin origin = event.origin();
        if (origin == null) {
            throw new IllegalStateException("a copy names its origin");
        }
        return origin;
    }
}
