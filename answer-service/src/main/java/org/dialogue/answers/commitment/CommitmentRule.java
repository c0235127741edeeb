package org.dialogue.answers.commitment;

import org.dialogue.kit.rules.RuleViolation;

/** The rules of a commitment that depend on where it stands, each by the name that a refusal gives. */
enum CommitmentRule {
    SAME_COMMITMENT("same-commitment", "Another commitment was made under this id."),
    NOT_ENDED("not-ended", "The secretariat has verified how the commitment ended."),
    NOT_CLAIMED("not-claimed", "Completion was claimed; the secretariat has yet to verify it or send it back."),
    NOT_WAITING("not-waiting", "The commitment waits on a higher authority; resume it first."),
    WAITING("waiting", "The commitment is not waiting on a higher authority."),
    CLAIMED("claimed", "Nobody has claimed completion."),
    HAS_MEASURE("has-measure", "The commitment has no measure to report a number for."),
    MILESTONE_NOT_REACHED("milestone-not-reached", "A milestone named here was reported as reached before.");

    private final String rule;
    private final String detail;

    CommitmentRule(String rule, String detail) {
        this.rule = rule;
        this.detail = detail;
    }

    /**
     * Holds a fact against this rule.
     *
     * @param kept whether the rule is kept
     * @throws RuleViolation if it is not
     */
    void require(boolean kept) {
        if (!kept) {
            throw new RuleViolation(rule, detail);
        }
    }
}
