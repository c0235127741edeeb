package org.dialogue.kit.rules;

import java.util.List;

/** A request that was understood and refused, for a reason the caller can act on. Nothing was changed. */
public abstract sealed class DomainException extends RuntimeException
        permits InvalidInput, NotPermitted, RuleViolation, StaleVersion, NotFound {

    private final String wording;
    private final transient List<Object> arguments;

    DomainException(String wording, String detail, Object... arguments) {
        super(detail);
        this.wording = wording;
        this.arguments = List.of(arguments);
    }

    /** {@return the stable name of the rule that it breaks, lower case with hyphens} */
    public String rule() {
        return Violation.ruleOf(wording);
    }

    /** {@return under which key the sentence stands in other languages: the rule, or the rule, a dot and which of its sentences} */
    public String wording() {
        return wording;
    }

    /** {@return what the sentence speaks of, in the order in which other languages name it} */
    public List<Object> arguments() {
        return arguments;
    }
}
