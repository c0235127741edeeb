package org.dialogue.events.commitment;

/** How a commitment ended, in the secretariat's judgement. */
public enum VerifiedOutcome {
    /** It was kept. */
    IMPLEMENTED,
    /** It was not kept, and will not be. */
    NOT_IMPLEMENTED
}
