package org.dialogue.kit.consuming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dialogue.kit.cloudevents.UnreadableRecord;
import org.dialogue.kit.consuming.ParkingHandler.Arrived;
import org.dialogue.ledger.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records in the order in which they arrive, and hands each event to every handler once in effect. Memory moves by one
 * position at a time. An event that comes a little early, as after a failed batch, is held until the missing one has come;
 * what no publisher sends is not believed, and moves nothing.
 */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Twice what a publisher sends before it waits for acknowledgements, by default. */
    static final int CREDIBLY_EARLY = 1_000;

    private static final int REMEMBERED = 10_000;

    private final InboxMemory memory;
    private final List<ParkingHandler> handlers;
    private final UnreadableRecords unreadable;
    private final UnbelievedRecords unbelieved;
    private final InboxStatus status;
    private final Runnable recall;
    private final Map<String, Source> sources = new HashMap<>();
    private final Set<String> readWhole = new HashSet<>();
    private final List<Arrived> batch = new ArrayList<>();

    Inbox(
            InboxMemory memory,
            List<ParkingHandler> handlers,
            UnreadableRecords unreadable,
            UnbelievedRecords unbelieved,
            InboxStatus status,
            Runnable recall) {
        this.memory = memory;
        this.handlers = List.copyOf(handlers);
        this.unreadable = unreadable;
        this.unbelieved = unbelieved;
        this.status = status;
        this.recall = recall;
    }

    /** What became of a record. */
    enum Outcome {
        /** Every handler has taken it, or it is parked; so have those that had come early and whose turn it was then. */
        HANDLED,
        /** It had been handled before. */
        REPEATED,
        /** It is no event, and is parked. */
        UNREADABLE,
        /** It is an event, and not believed, and is parked. */
        DISBELIEVED,
        /** An earlier event is missing, and that is news: it may lie before the point from where we read. */
        GAP_FOUND,
        /** An earlier event is still missing. */
        GAP_KNOWN
    }

    /** What this instance has seen of a source since it began to read. */
    private static final class Source {

        private final TreeMap<Long, Arrived> early = new TreeMap<>();

        private final Map<Long, String> told = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
                return size() > REMEMBERED;
            }
        };

        /** Whether something else was told at this position, as far as is remembered. */
        boolean toldOtherwise(ReceivedEvent event) {
            String before = told.putIfAbsent(event.position(), leaf(event));
            return before != null && !before.equals(leaf(event));
        }

        private static String leaf(ReceivedEvent event) {
            return HexFormat.of()
                    .formatHex(new RecordedEvent(event.position(), event.recordedAt(), event.event()).leaf());
        }
    }

    /** Begins anew: another instance may have moved on, or the place from where we read has changed. */
    void restart() {
        sources.clear();
        readWhole.clear();
        batch.clear();
        recall.run();
        unbelieved.restart();
    }

    /**
     * Takes one record. If it throws, the record must be handed over again, and none after it. What it has handled is
     * remembered for good once {@link #store} has returned.
     */
    Outcome take(RawRecord record) {
        try {
            ReceivedEvent event = record.read();
            unbelieved.checkSource(record, event);
            return take(record, event);
        } catch (UnreadableRecord poison) {
            unreadable.park(record, poison);
            return Outcome.UNREADABLE;
        } catch (Disbelieved untruth) {
            unbelieved.park(record, untruth);
            return Outcome.DISBELIEVED;
        }
    }

    /**
     * Ends a batch: hands it to those who prefer batches, and remembers what was handled. If it throws, all records since the
     * last time must be handed over again.
     */
    void store() {
        try {
            if (!batch.isEmpty()) {
                handlers.stream().filter(ParkingHandler::prefersBatches).forEach(handler -> handler.takeAll(batch));
                batch.clear();
            }
            memory.store();
        } catch (RuntimeException failure) {
            batch.clear();
            memory.reload();
            throw failure;
        }
    }

    private Outcome take(RawRecord record, ReceivedEvent event) {
        Source source = sources.computeIfAbsent(event.source(), name -> new Source());
        long seen = memory.position(event.source());
        if (event.position() - seen > CREDIBLY_EARLY) {
            return farAhead(event, seen + 1);
        }
        if (unbelieved.holds(record)) {
            return Outcome.DISBELIEVED;
        }
        if (source.toldOtherwise(event)) {
            throw new Disbelieved(Disbelieved.Reason.OTHER_BYTES, event);
        }
        if (event.position() <= seen) {
            return Outcome.REPEATED;
        }
        if (event.position() > seen + 1) {
            source.early.putIfAbsent(event.position(), new Arrived(record, event));
            return gap(event, seen + 1);
        }
        handle(record, event);
        source.early.headMap(event.position(), true).clear();
        for (long next = event.position() + 1; source.early.containsKey(next); next++) {
            Arrived early = source.early.get(next);
            handle(early.record(), early.event());
            source.early.remove(next);
        }
        return Outcome.HANDLED;
    }

    private void handle(RawRecord record, ReceivedEvent event) {
        boolean parked = false;
        for (ParkingHandler handler : handlers) {
            parked |= !handler.prefersBatches() && handler.take(event, record) == ParkingHandler.Outcome.PARKED;
        }
        batch.add(new Arrived(record, event));
        memory.advance(event.source(), event.position());
        status.handled(event.source(), event.position());
        if (parked) {
            // What is handled again does no harm; what is parked again would be there twice.
            store();
        }
    }

    /** Believed only of a topic of which this instance has not read the beginning: its memory may be of an older backup. */
    private Outcome farAhead(ReceivedEvent event, long missing) {
        if (readWhole.add(event.source())) {
            LOG.warn("{} {} arrived before {}: reading the topic again", event.source(), event.position(), missing);
            return Outcome.GAP_FOUND;
        }
        throw new Disbelieved(Disbelieved.Reason.FAR_AHEAD, event);
    }

    private Outcome gap(ReceivedEvent event, long missing) {
        if (status.misses(event.source(), missing)) {
            LOG.warn("{} {} arrived before {}: waiting for it", event.source(), event.position(), missing);
            return Outcome.GAP_FOUND;
        }
        return Outcome.GAP_KNOWN;
    }
}
