package org.dialogue.reports.intake;

import java.util.Arrays;
import java.util.List;
import org.dialogue.kit.consuming.InboundHandler;
import org.dialogue.kit.consuming.ReceivedEvent;
import org.dialogue.ledger.DuplicateEventException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.springframework.stereotype.Component;

/**
 * Appends every event that arrives to the own ledger, byte for byte and with its origin, also those whose names this
 * program does not know. The ledger itself remembers what was copied: an event that arrives again, even after a crash
 * between append and acknowledgement, has an id that is taken, and doubles nothing.
 */
@Component
class CopyingHistory implements InboundHandler.OfBatches {

    private final EventLedger ledger;

    CopyingHistory(EventLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "copying-history";
    }

    /**
     * Copies one event.
     *
     * @throws AlteredHistory if other content was copied under the same id before
     */
    @Override
    public void handle(ReceivedEvent received) {
        try {
            ledger.append(List.of(received.event()));
        } catch (DuplicateEventException repeated) {
            refuseUnlessSame(received);
        }
    }

    /** In one commit, which fails as a whole if one of them was copied before. */
    @Override
    public void handleAll(List<ReceivedEvent> received) {
        ledger.append(received.stream().map(ReceivedEvent::event).toList());
    }

    private void refuseUnlessSame(ReceivedEvent received) {
        LedgerEvent arrived = received.event();
        boolean same = ledger.readAggregate(arrived.aggregateId(), arrived.sequence(), 1).stream()
                .anyMatch(copied -> isSame(copied.event(), arrived));
        if (!same) {
            throw new AlteredHistory(received);
        }
    }

    private static boolean isSame(LedgerEvent copied, LedgerEvent arrived) {
        return copied.id().equals(arrived.id())
                && copied.name().equals(arrived.name())
                && copied.revision().equals(arrived.revision())
                && copied.aggregateType().equals(arrived.aggregateType())
                && copied.sequence() == arrived.sequence()
                && copied.timestamp().equals(arrived.timestamp())
                && Arrays.equals(copied.payload(), arrived.payload())
                && Arrays.equals(copied.metadata(), arrived.metadata());
    }
}
