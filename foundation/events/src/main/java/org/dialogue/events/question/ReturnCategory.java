package org.dialogue.events.question;

/** Why a body hands an assignment back. */
public enum ReturnCategory {
    /** Another body is responsible. */
    NOT_RESPONSIBLE,
    /** What is asked is not clear enough to be answered. */
    UNCLEAR,
    /** The same has been asked and assigned already. */
    DUPLICATE,
    /** Only a higher authority can answer it. */
    BEYOND_PROVINCE,
    /** Any other reason; the text says which. */
    OTHER
}
