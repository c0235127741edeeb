package org.dialogue.reports.folds.commitments;

/** Where a promised follow-up stands. */
public enum CommitmentState {
    /** Work goes on. */
    OPEN,
    /** Nothing can move until a higher authority has decided. */
    WAITING,
    /** A body holds that it was kept; the secretariat has yet to verify it. */
    CLAIMED,
    /** Verified as kept. */
    IMPLEMENTED,
    /** Verified as not kept. */
    NOT_IMPLEMENTED;

    /** {@return whether something is still to be done} */
    public boolean isOpen() {
        return this == OPEN || this == WAITING || this == CLAIMED;
    }
}
