package org.dialogue.answers.assignment;

/** Where an assignment stands. */
public enum AssignmentStatus {
    /** On the body's desk, not yet taken on. */
    OPEN,
    /** Taken on; at least one part is owed. */
    ACCEPTED,
    /** Handed back; the secretariat owes the next step. */
    RETURNED,
    /** Every part has a published answer, and none was asked again since. */
    ANSWERED,
    /** Nothing more is owed: another body took over, or the question was withdrawn. */
    CLOSED
}
