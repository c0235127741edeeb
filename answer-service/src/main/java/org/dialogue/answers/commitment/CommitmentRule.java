package org.dialogue.answers.commitment;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
    PROGRAMME_STAGE("programme-stage", "The programme is archived: nothing new begins in it."),
    ANOTHER_PROGRAMME("another-programme", "The commitment is followed up in this programme already."),
    ENDED("ended", "The secretariat has given no verdict, so there is none to correct."),
    SOMETHING_CORRECTED("something-corrected", "The correction says what the verdict says already."),
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

    /**
     * Insists that whoever finds a commitment implemented knows which of its milestones nobody has reached.
     *
     * @throws RuleViolation naming them, if other ones were named
     */
    static void requireKnown(List<String> unreached, List<String> named) {
        if (!Set.copyOf(unreached).equals(Set.copyOf(named))) {
            Map<String, ?> particulars = Map.of("unreachedMilestones", unreached);
            if (unreached.isEmpty()) {
                throw new RuleViolation(
                        "milestones-unreached.none",
                        "every milestone was reported as reached, so none can be named as unreached",
                        particulars);
            }
            String names = String.join(", ", unreached);
            throw new RuleViolation(
                    "milestones-unreached",
                    "nobody has reported these milestones as reached: " + names
                            + "; name exactly them in unreachedMilestones to find it implemented all the same",
                    particulars,
                    names);
        }
    }
}
