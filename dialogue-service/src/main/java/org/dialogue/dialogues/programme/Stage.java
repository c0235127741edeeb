package org.dialogue.dialogues.programme;

import org.dialogue.kit.rules.RuleViolation;

/** How far a programme has come. Stages follow one another in this order; none is skipped and none comes back. */
public enum Stage {
    /** Known, with its delegates; nothing can be asked yet. */
    ANNOUNCED,
    /** Questions may be raised. */
    OPEN,
    /** The session was held; questions may still be raised. */
    SESSION_HELD,
    /** The chair closed it; assignment, answers and follow-up go on. */
    CONCLUDED,
    /** For reading only. */
    ARCHIVED;

    /** {@return whether questions may be raised} */
    public boolean takesQuestions() {
        return this == OPEN || this == SESSION_HELD;
    }

    /** {@return whether delegates may be entered} */
    public boolean takesDelegates() {
        return compareTo(CONCLUDED) < 0;
    }

    /** {@return whether anything may still be changed} */
    public boolean isAlive() {
        return this != ARCHIVED;
    }

    /**
     * Insists on the stage that comes right before another.
     *
     * @param next the stage to be entered
     * @throws RuleViolation {@code programme-stage} if this is not the one before it
     */
    void mustLeadTo(Stage next) {
        if (ordinal() != next.ordinal() - 1) {
            throw new RuleViolation(
                    "programme-stage.next", "a programme that is " + this + " cannot become " + next, this, next);
        }
    }
}
