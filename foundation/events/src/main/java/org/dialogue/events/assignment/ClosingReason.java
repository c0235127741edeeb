package org.dialogue.events.assignment;

/** Why an assignment ends without this body's answer. */
public enum ClosingReason {
    /** Another body has taken over. */
    TRANSFERRED,
    /** The asker took the question back. */
    QUESTION_WITHDRAWN
}
