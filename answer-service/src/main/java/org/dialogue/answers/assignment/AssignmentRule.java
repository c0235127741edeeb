package org.dialogue.answers.assignment;

import java.util.Optional;
import org.dialogue.kit.rules.RuleViolation;

/** The rules of an assignment that depend on where it stands, each by the name that a refusal gives. */
enum AssignmentRule {
    SAME_ASSIGNMENT("same-assignment", "Another assignment has been opened under this id."),
    NOT_CLOSED("not-closed", "The assignment is closed: nothing more is owed on it."),
    NOT_RETURNED("not-returned", "The assignment was handed back: the secretariat owes the next step."),
    ACCEPTED_ONCE("accepted-once", "The assignment was accepted before."),
    ACCEPTED_FIRST("accepted-first", "The assignment must be accepted before it is worked on."),
    SOMETHING_DUE("something-due", "Every part has been answered and none was asked again."),
    PART_DUE("part-due", "Only parts that the body owes can be handed back."),
    ANSWER_ID_UNUSED(
            "answer-id-unused", "This answer id stands for other words already; a changed answer takes a new id."),
    CLEARED("cleared", "Only the answer cleared last can be published, and none or another one has been cleared."),
    CLEARANCE_COVERS_DUE_PARTS(
            "clearance-covers-due-parts", "More parts were asked again since this answer was cleared: clear it again."),
    CLEARED_PARTS_HERE(
            "cleared-parts-here", "Parts of the cleared answer were handed back or passed on since: clear it again."),
    PUBLISHED_ONCE(
            "published-once",
            "This answer has been published already, for another person, from another source or at another time."),
    PUBLISHED("published", "Only a published answer can be corrected."),
    SOMETHING_CORRECTED("something-corrected", "The correction says what the answer says already.");

    private final String rule;
    private final String detail;

    AssignmentRule(String rule, String detail) {
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
     * Holds a thing's presence against this rule.
     *
     * @param thing what the rule wants to be there
     * @return the same thing
     * @throws RuleViolation if it is not there
     */
    <T> T requirePresent(Optional<T> thing) {
        return thing.orElseThrow(() -> new RuleViolation(rule, detail));
    }

    /**
     * Insists that the assignment lies on the body's desk.
     *
     * @throws RuleViolation if it was closed or handed back
     */
    static void requireOnDesk(AssignmentState assignment) {
        NOT_CLOSED.require(assignment.closed() == null);
        NOT_RETURNED.require(assignment.status() != AssignmentStatus.RETURNED);
    }

    /**
     * Insists that the assignment was accepted and an answer is owed.
     *
     * @throws RuleViolation if not
     */
    static void requireWorkedOn(AssignmentState assignment) {
        requireOnDesk(assignment);
        ACCEPTED_FIRST.require(assignment.status() != AssignmentStatus.OPEN);
        SOMETHING_DUE.require(!assignment.partsDue().isEmpty());
    }
}
