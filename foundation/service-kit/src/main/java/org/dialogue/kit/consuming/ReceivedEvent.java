package org.dialogue.kit.consuming;

import java.time.Instant;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;

/**
 * An event of another service, byte for byte as its ledger holds it.
 *
 * @param origin the service that recorded it, and where and when in its ledger
 * @param event what was recorded; it names its origin, and so can be appended to another ledger as it is
 * @param traceparent the trace in which it was recorded, if any
 */
public record ReceivedEvent(
        Origin origin, LedgerEvent event, @Nullable String traceparent) {

    /** {@return the service that recorded it} */
    public String source() {
        return origin.source();
    }

    /** {@return its position in that service's ledger, from 1} */
    public long position() {
        return origin.position();
    }

    /** {@return when it was recorded there} */
    public Instant recordedAt() {
        return origin.recordedAt();
    }
}
