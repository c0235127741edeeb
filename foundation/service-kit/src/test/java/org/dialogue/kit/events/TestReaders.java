package org.dialogue.kit.events;

import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Readers of stored events, for tests that start no service. */
public final class TestReaders {

    private TestReaders() {}

    /** {@return a reader that has events pass this upcaster} */
    public static LedgerEventReader of(EventUpcaster upcaster) {
        return new LedgerEventReader(EventSerializers.forEvents(), upcaster);
    }
}
