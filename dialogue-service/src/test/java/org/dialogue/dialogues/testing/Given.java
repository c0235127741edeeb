package org.dialogue.dialogues.testing;

import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.testing.Fixtures;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

/** What aggregate tests start from: a fixture that judges roles as the service does, its people, and its refusals. */
public final class Given {

    public static final Actor SECRETARY = actor("secretary", "van-anh", null, null, Role.SECRETARIAT);
    public static final Actor CHAIR = actor("chair", "thai-thanh-quy", null, null, Role.CHAIR);
    public static final Actor AUDITOR = actor("auditor", "auditor-1", null, null, Role.AUDITOR);
    public static final Actor OPERATOR = actor("operator", null, null, null, Role.OPERATOR);
    public static final Actor DELEGATE = actor("nga", "le-anh-nga", "dien-lam", null, Role.DELEGATE);
    public static final Actor FOREIGN_DELEGATE = actor("that", "lo-van-that", "mau-duc", null, Role.DELEGATE);
    public static final Actor OFFICER = actor("officer", "officer-1", null, "home-affairs", Role.OFFICER);
    public static final Actor HEAD = actor("head", "nguyen-viet-hung", null, "home-affairs", Role.HEAD);
    public static final Actor SYSTEM = Actor.system("dialogue-service");

    private Given() {}

    public static <T> FixtureConfiguration<T> fixture(Class<T> aggregate) {
        return Fixtures.of(aggregate);
    }

    public static Map<String, ?> by(Actor actor) {
        return Fixtures.by(actor);
    }

    public static Matcher<RuleViolation> violationOf(String rule) {
        return new FeatureMatcher<>(Matchers.equalTo(rule), "violation of", "rule") {
            @Override
            protected String featureValueOf(RuleViolation refusal) {
                return refusal.rule();
            }
        };
    }

    public static Matcher<InvalidInput> invalid(String field, String rule) {
        return new FeatureMatcher<>(Matchers.equalTo(field + " " + rule), "invalid", "field and rule") {
            @Override
            protected String featureValueOf(InvalidInput refusal) {
                return refusal.violations().get(0).field() + " "
                        + refusal.violations().get(0).rule();
            }
        };
    }

    private static Actor actor(String subject, String personId, String unit, String body, Role role) {
        return new Actor(subject, personId, null, unit, body, Set.of(role), null);
    }
}
