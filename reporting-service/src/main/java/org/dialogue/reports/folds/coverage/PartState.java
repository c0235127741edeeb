package org.dialogue.reports.folds.coverage;

/** What became of one part of a question. Every part of every question is in exactly one of these states at any time. */
public enum PartState {
    /** Everybody who was asked has answered. */
    ANSWERED,
    /** It was answered: it will not be done, and the reasons were given. */
    DECLINED,
    /** It was answered: only a higher authority can decide, and it was put before that authority. */
    REFERRED,
    /** Somebody owes the next step. */
    OWED,
    /** The asker took the question back; nothing is owed on it. */
    WITHDRAWN
}
