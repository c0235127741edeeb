package org.dialogue.kit.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input, so that the caller hears all of it at once. */
public final class Findings {

    private final List<Violation> violations = new ArrayList<>();

    /**
     * Holds a fact about a field against a rule.
     *
     * @param kept whether the rule is kept
     * @param field where, as in {@link Violation#field()}
     * @param rule the stable name of the rule
     * @param detail one sentence for people, in English, for the case that it is not kept
     * @param arguments what the sentence speaks of, for other languages
     * @return this collection
     */
    public Findings require(boolean kept, String field, String rule, String detail, Object... arguments) {
        if (!kept) {
            violations.add(new Violation(field, rule, detail, arguments));
        }
        return this;
    }

    /**
     * Goes on after a check that refuses.
     *
     * @param check throws {@link InvalidInput} for what is wrong
     * @return this collection
     */
    public Findings collect(Runnable check) {
        try {
            check.run();
        } catch (InvalidInput refusal) {
            violations.addAll(refusal.violations());
        }
        return this;
    }

    /** {@return what was found so far} */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Ends the inspection.
     *
     * @throws InvalidInput naming everything found, if anything was
     */
    public void refuseIfAny() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
