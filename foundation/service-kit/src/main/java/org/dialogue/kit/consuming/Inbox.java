package org.dialogue.kit.consuming;

import java.util.List;
import org.dialogue.kit.cloudevents.UnreadableRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records in the order in which they arrive, and hands each event to every handler once in effect. An event that
 * comes too early is passed over, and read again once the missing one has come.
 */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final InboxMemory memory;
    private final List<ParkingHandler> handlers;
    private final UnreadableRecords unreadable;
    private final InboxStatus status;

    Inbox(InboxMemory memory, List<ParkingHandler> handlers, UnreadableRecords unreadable, InboxStatus status) {
        this.memory = memory;
        this.handlers = List.copyOf(handlers);
        this.unreadable = unreadable;
        this.status = status;
    }

    /** What became of a record. */
    enum Outcome {
        /** Every handler has taken it, or it is parked. */
        HANDLED,
        /** It was the missing one; those that came before their turn can be read again. */
        GAP_CLOSED,
        /** It had been handled before. */
        REPEATED,
        /** It is no event, and is parked. */
        UNREADABLE,
        /** An earlier event is missing, and that is news: it may lie before the point from where we read. */
        GAP_FOUND,
        /** An earlier event is still missing. */
        GAP_KNOWN
    }

    /**
     * Takes one record. If it throws, the record must be handed over again, and none after it.
     */
    Outcome take(RawRecord record) {
        ReceivedEvent event;
        try {
            event = record.read();
        } catch (UnreadableRecord poison) {
            unreadable.park(record, poison);
            return Outcome.UNREADABLE;
        }
        long seen = memory.position(event.source());
        if (event.position() <= seen) {
            return Outcome.REPEATED;
        }
        if (event.position() > seen + 1) {
            return gap(event, seen + 1);
        }
        handlers.forEach(handler -> handler.take(event, record));
        memory.advance(event.source(), event.position());
        return status.handled(event.source(), event.position()) ? Outcome.GAP_CLOSED : Outcome.HANDLED;
    }

    private Outcome gap(ReceivedEvent event, long missing) {
        if (status.misses(event.source(), missing)) {
            LOG.warn("{} {} arrived before {}: waiting for it", event.source(), event.position(), missing);
            return Outcome.GAP_FOUND;
        }
        return Outcome.GAP_KNOWN;
    }
}
