package org.dialogue.events.commitment;

/** On whose word a commitment rests. */
public enum CommittedBy {
    /** The answering bodies that bear it. */
    BODIES,
    /** The leadership itself. */
    LEADERSHIP
}
