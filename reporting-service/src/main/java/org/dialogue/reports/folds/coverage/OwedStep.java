package org.dialogue.reports.folds.coverage;

/** The next step that somebody owes. */
public enum OwedStep {
    /** The secretariat has yet to assign it to a body. */
    TRIAGE,
    /** The body handed it back; the secretariat has yet to find another. */
    REASSIGN,
    /** The body has yet to take it on, or to hand it back. */
    ACCEPT,
    /** The body has taken it on and has yet to answer. */
    ANSWER,
    /** The asker held that the answer was none; the body has yet to answer again. */
    ANSWER_AGAIN
}
