package org.dialogue.kit.rules;

import java.util.List;

/** A request that was understood and refused, for a reason the caller can act on. Nothing was changed. */
public abstract sealed class Refusal extends RuntimeException
        permits InvalidInput, NotPermitted, RuleViolation, StaleVersion, Unknown {

    private final transient List<Object> arguments;

    Refusal(String detail, Object... arguments) {
        super(detail);
        this.arguments = List.of(arguments);
    }

    /** {@return what the sentence speaks of, in the order in which other languages name it} */
    public List<Object> arguments() {
        return arguments;
    }
}
