package org.dialogue.answers;

import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Matchers for the ways in which an aggregate says no. */
public final class Refusals {

    private Refusals() {}

    /** {@return a matcher for a refusal by the named rule} */
    public static Matcher<RuleViolation> refusal(String rule) {
        return new CustomTypeSafeMatcher<>("a violation of " + rule) {
            @Override
            protected boolean matchesSafely(RuleViolation violation) {
                return violation.rule().equals(rule);
            }
        };
    }

    /** {@return a matcher for an invalid input with exactly one violation, of this field and rule} */
    public static Matcher<InvalidInput> invalid(String field, String rule) {
        return new CustomTypeSafeMatcher<>(field + " violating " + rule) {
            @Override
            protected boolean matchesSafely(InvalidInput invalid) {
                return invalid.violations().size() == 1
                        && invalid.violations().get(0).field().equals(field)
                        && invalid.violations().get(0).rule().equals(rule);
            }
        };
    }
}
