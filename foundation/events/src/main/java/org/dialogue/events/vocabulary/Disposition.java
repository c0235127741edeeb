package org.dialogue.events.vocabulary;

/** What becomes of one part of a question. */
public enum Disposition {
    /** It will be done as proposed. */
    ACCEPTED,
    /** It will be studied; the outcome is open. */
    ACCEPTED_FOR_STUDY,
    /** Some of it, or only in some places, will be done. */
    PARTLY_ACCEPTED,
    /** The state of affairs was explained; nothing changes. */
    EXPLAINED,
    /** It will not be done, and the reasons were given. */
    DECLINED_WITH_REASONS,
    /** Only a higher authority can decide it, and it was put before that authority. */
    REFERRED_TO_HIGHER_AUTHORITY
}
