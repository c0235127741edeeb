package org.dialogue.kit.consuming;

/** Why a record on a topic is not believed, although it can be read. */
final class Disbelieved extends RuntimeException {

    private final Reason reason;

    Disbelieved(Reason reason, ReceivedEvent event) {
        super("%s: %s %d".formatted(reason.said, event.source(), event.position()));
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** The kinds of untruth that can be told without the source's ledger. */
    enum Reason {
        /** The topic belongs to others. */
        FOREIGN_SOURCE("does not own this topic"),
        /** Further ahead than any publisher sends before what comes first is acknowledged, in a topic that was read whole. */
        FAR_AHEAD("nothing on the topic leads there"),
        /** Another event has been told at this position before. */
        OTHER_BYTES("told otherwise before");

        private final String said;

        Reason(String said) {
            this.said = said;
        }
    }
}
