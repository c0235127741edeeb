package org.dialogue.kit.rules;

/** A request that was understood and refused, for a reason the caller can act on. Nothing was changed. */
public abstract sealed class Refusal extends RuntimeException
        permits InvalidInput, NotPermitted, RuleViolation, StaleVersion, Unknown {

    Refusal(String detail) {
        super(detail);
    }
}
