package org.dialogue.events.directory;

/** The kinds of answering body. */
public enum BodyKind {
    /** The leadership itself: party committee, people's committee, people's council. */
    LEADERSHIP,
    /** A department or board that advises the leadership. */
    DEPARTMENT,
    /** A district's authority. */
    DISTRICT,
    /** The authority of a commune, which answers what the leadership asks of it. */
    COMMUNE
}
