package org.dialogue.kit.cloudevents;

/** A record that is no CloudEvent of a ledger. Trying again does not help. */
public final class UnreadableRecord extends RuntimeException {

    UnreadableRecord(String reason) {
        super(reason);
    }

    UnreadableRecord(String reason, Throwable cause) {
        super(reason, cause);
    }
}
