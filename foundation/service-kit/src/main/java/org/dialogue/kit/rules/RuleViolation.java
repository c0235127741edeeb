package org.dialogue.kit.rules;

import java.util.Map;

/** The state of things does not allow it now (HTTP 409). */
public final class RuleViolation extends DomainException {

    private final Map<String, ?> particulars;

    /**
     * Refuses by a named rule.
     *
     * @param rule the rule's stable name, lower case with hyphens, such as {@code session-not-open}; where it
     *     has several sentences, a dot and which of them may follow
     * @param detail one sentence for people, in English
     * @param arguments what the sentence speaks of, for other languages
     */
    public RuleViolation(String rule, String detail, Object... arguments) {
        super(rule, detail, arguments);
        this.particulars = Map.of();
    }

    /**
     * Refuses by a named rule, and says what stands in the way for programs too.
     *
     * @param rule as above
     * @param detail one sentence for people
     * @param particulars further members of the problem document, by name
     * @param arguments what the sentence speaks of, for other languages
     */
    public RuleViolation(String rule, String detail, Map<String, ?> particulars, Object... arguments) {
        super(rule, detail, arguments);
        this.particulars = Map.copyOf(particulars);
    }

    /** {@return further members of the problem document, by name} */
    public Map<String, ?> particulars() {
        return particulars;
    }
}
