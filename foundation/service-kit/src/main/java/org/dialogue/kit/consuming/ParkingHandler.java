package org.dialogue.kit.consuming;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.dialogue.kit.observability.TraceContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to one {@link InboundHandler}, and parks what it cannot take: that event, and all later ones of the same
 * aggregate until a retry succeeds. Throws only if parking itself fails; then nothing has happened yet.
 */
final class ParkingHandler implements ParkedLetters {

    private static final Logger LOG = LoggerFactory.getLogger(ParkingHandler.class);

    private final InboundHandler handler;
    private final LetterBox letters;
    private final Retries retries;
    private final TraceContext traces;

    ParkingHandler(InboundHandler handler, LetterBox letters, Retries retries, TraceContext traces) {
        this.handler = handler;
        this.letters = letters;
        this.retries = retries;
        this.traces = traces;
    }

    /** A record, and the event that it says. */
    record Arrived(RawRecord record, ReceivedEvent event) {}

    /** What became of an event. */
    enum Outcome {
        /** The handler has taken it. */
        HANDLED,
        /** It waits, after a failure or behind one. */
        PARKED
    }

    boolean prefersBatches() {
        return handler instanceof InboundHandler.OfBatches;
    }

    /** Takes what arrived together, at once if the handler can; else each by itself, so that one failure parks only its own. */
    Outcome takeAll(List<Arrived> batch) {
        if (batch.size() > 1
                && handler instanceof InboundHandler.OfBatches several
                && batch.stream()
                        .noneMatch(
                                arrived -> letters.holds(arrived.event().event().aggregateId()))) {
            try {
                several.handleAll(batch.stream().map(Arrived::event).toList());
                return Outcome.HANDLED;
            } catch (RuntimeException failure) {
                LOG.debug("{} takes a batch one by one", handler.name(), failure);
            }
        }
        Outcome outcome = Outcome.HANDLED;
        for (Arrived arrived : batch) {
            if (take(arrived.event(), arrived.record()) == Outcome.PARKED) {
                outcome = Outcome.PARKED;
            }
        }
        return outcome;
    }

    Outcome take(ReceivedEvent event, RawRecord record) {
        String sequence = event.event().aggregateId();
        if (letters.parkBehind(sequence, record)) {
            return Outcome.PARKED;
        }
        try {
            retries.run(() -> handle(event));
            return Outcome.HANDLED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while handling " + record.place(), stopped);
        } catch (Exception failure) {
            LOG.warn(
                    "{} parks {} {}: {}",
                    handler.name(),
                    event.source(),
                    event.position(),
                    failure.getClass().getName());
            letters.park(sequence, record, failure);
            return Outcome.PARKED;
        }
    }

    private void handle(ReceivedEvent event) {
        traces.continueFrom(event.traceparent(), "consume " + event.event().name(), () -> handler.handle(event));
    }

    @Override
    public String group() {
        return handler.name();
    }

    @Override
    public String storedAs() {
        return letters.name();
    }

    @Override
    public SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return letters.queue();
    }

    @Override
    public boolean retry(LetterFilter filter) {
        return letters.retry(filter, record -> handle(record.read()));
    }
}
