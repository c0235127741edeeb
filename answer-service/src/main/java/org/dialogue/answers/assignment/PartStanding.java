package org.dialogue.answers.assignment;

/** Where one part of an assignment stands. The question keeps the same standing for the same slot. */
public enum PartStanding {
    /** The body owes an answer. */
    DUE,
    /** The body handed it back; the secretariat owes the next step. */
    RETURNED,
    /** The body has answered it, and nobody asked again since. */
    ANSWERED,
    /** It is another body's now, for good. */
    TRANSFERRED
}
