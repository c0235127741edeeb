package org.dialogue.events.question;

/** How a body shares in the answer to a part. */
public enum AnsweringRole {
    /** It answers for the part. */
    LEAD,
    /** It answers beside the lead. */
    COORDINATING
}
