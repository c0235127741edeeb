package org.dialogue.kit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A value of a body breaks a rule of this house. */
final class BrokenRule extends DatabindException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String wording;
    private final transient List<Object> arguments;

    /** @param wording the key of the rule's sentence, whose English must be in the kit */
    BrokenRule(@Nullable JsonParser parser, String rule, String wording, Object... arguments) {
        super(parser, rule);
        this.rule = rule;
        this.wording = wording;
        this.arguments = List.of(arguments);
    }

    String rule() {
        return rule;
    }

    String wording() {
        return wording;
    }

    List<Object> arguments() {
        return arguments;
    }
}
