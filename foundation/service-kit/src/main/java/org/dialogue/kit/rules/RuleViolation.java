package org.dialogue.kit.rules;

import java.util.Map;

/** The state of things does not allow it now (HTTP 409). */
public final class RuleViolation extends Refusal {

    private final String rule;
    private final Map<String, ?> particulars;

    /**
     * Refuses by a named rule.
     *
     * @param rule the rule's stable name, lower case with hyphens, such as {@code session-not-open}
     * @param detail one sentence for people
     */
    public RuleViolation(String rule, String detail) {
        this(rule, detail, Map.of());
    }

    /**
     * Refuses by a named rule, and says what stands in the way for programs too.
     *
     * @param rule as above
     * @param detail one sentence for people
     * @param particulars further members of the problem document, by name
     */
    public RuleViolation(String rule, String detail, Map<String, ?> particulars) {
        super(detail);
        this.rule = rule;
        this.particulars = Map.copyOf(particulars);
    }

    /** {@return the stable name of the rule} */
    public String rule() {
        return rule;
    }

    /** {@return further members of the problem document, by name} */
    public Map<String, ?> particulars() {
        return particulars;
    }
}
