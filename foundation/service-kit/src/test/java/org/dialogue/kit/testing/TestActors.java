package org.dialogue.kit.testing;

import java.util.Set;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;

/** One person of each kind. */
public final class TestActors {

    private TestActors() {}

    /** {@return a delegate of the given administrative unit} */
    public static Actor delegateOf(String unit) {
        return new Actor(
                "delegate-" + unit, "person-" + unit, "chair of " + unit, unit, null, Set.of(Role.DELEGATE), null);
    }

    /** {@return an officer of the given answering body} */
    public static Actor officerOf(String body) {
        return new Actor(
                "officer-" + body, "person-" + body, "officer of " + body, null, body, Set.of(Role.OFFICER), null);
    }

    /** {@return the head of the given answering body} */
    public static Actor headOf(String body) {
        return new Actor("head-" + body, "head-" + body, "head of " + body, null, body, Set.of(Role.HEAD), null);
    }

    /** {@return somebody of the secretariat} */
    public static Actor secretariat() {
        return withRole(Role.SECRETARIAT);
    }

    /** {@return the chair} */
    public static Actor chair() {
        return withRole(Role.CHAIR);
    }

    /** {@return an auditor} */
    public static Actor auditor() {
        return withRole(Role.AUDITOR);
    }

    /** {@return an operator} */
    public static Actor operator() {
        return withRole(Role.OPERATOR);
    }

    /** {@return somebody with one role and neither unit nor body} */
    public static Actor withRole(Role role) {
        return new Actor(role.claim(), "person-" + role.claim(), role.claim(), null, null, Set.of(role), null);
    }
}
