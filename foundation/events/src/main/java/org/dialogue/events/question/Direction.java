package org.dialogue.events.question;

/** Who asks whom. */
public enum Direction {
    /** A delegate asks the leadership. */
    TO_LEADERSHIP,
    /** The leadership asks a commune. */
    TO_COMMUNE
}
