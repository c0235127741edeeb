package org.dialogue.kit.rules;

/** The state of things does not allow it now (HTTP 409). */
public final class RuleViolation extends Refusal {

    private final String rule;

    /**
     * Refuses by a named rule.
     *
     * @param rule the rule's stable name, lower case with hyphens, such as {@code session-not-open}
     * @param detail one sentence for people
     */
    public RuleViolation(String rule, String detail) {
        super(detail);
        this.rule = rule;
    }

    /** {@return the stable name of the rule} */
    public String rule() {
        return rule;
    }
}
