package org.dialogue.answers.commitment;

import java.util.List;
import org.dialogue.events.commitment.VerifiedOutcome;

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

    /** Those on which the bodies still owe something. */
    public static final List<CommitmentStatus> UNDER_WAY = List.of(OPEN, WAITING);

    /** Those that the secretariat's verdict has ended. */
    public static final List<CommitmentStatus> ENDED = List.of(IMPLEMENTED, NOT_IMPLEMENTED);

    static CommitmentStatus of(VerifiedOutcome outcome) {
        return outcome == VerifiedOutcome.IMPLEMENTED ? IMPLEMENTED : NOT_IMPLEMENTED;
    }

    /** {@return whether the secretariat has given its verdict} */
    public boolean isFinal() {
        return ENDED.contains(this);
    }
}
