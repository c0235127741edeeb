package org.dialogue.answers.commitment;

/** Where a commitment stands. */
public enum CommitmentStatus {
    /** Under way. */
    OPEN,
    /** Nothing can move until a higher authority has decided. */
    WAITING,
    /** A body holds that it was kept; the secretariat has yet to verify it. */
    CLAIMED,
    /** Kept, as verified. */
    IMPLEMENTED,
    /** Not kept, as verified. */
    NOT_IMPLEMENTED;

    /** {@return whether the secretariat has given its verdict} */
    public boolean isFinal() {
        return this == IMPLEMENTED || this == NOT_IMPLEMENTED;
    }
}
