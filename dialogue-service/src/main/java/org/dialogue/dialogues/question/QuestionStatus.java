package org.dialogue.dialogues.question;

/** Where a question stands as a whole. */
public enum QuestionStatus {
    /** Nobody was asked to answer yet. */
    RAISED,
    /** At least one body was asked, and something is owed. */
    ASSIGNED,
    /** Every part was answered by every body it was assigned to. */
    ANSWERED,
    /** The chair decided on each part. */
    CONCLUDED,
    /** The asker took it back. */
    WITHDRAWN
}
