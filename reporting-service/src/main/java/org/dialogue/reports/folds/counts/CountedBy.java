package org.dialogue.reports.folds.counts;

/** What the rows of a count stand for. */
public enum CountedBy {
    /** Answering bodies, and the secretariat for what it owes itself. */
    BODY,
    /** Administrative units, each with all the units that lie in it. */
    UNIT,
    /** Topics. */
    TOPIC
}
