package org.dialogue.events.witness;

/** Why the witness refuses a checkpoint. */
public enum AlarmKind {
    /** Its root is not that of the events which the witness received. */
    MISMATCHED,
    /** It states fewer events than an earlier checkpoint of the same ledger, as after a restore from an old backup. */
    SHRUNK,
    /** An earlier checkpoint of the same ledger states another root at the same size. */
    FORKED,
    /** No key that the witness knows of the ledger signed it. */
    UNKNOWN_KEY,
    /** It names another ledger than the one whose topic it came by. */
    WRONG_ORIGIN,
    /** What came by the topic is no checkpoint. */
    UNREADABLE
}
