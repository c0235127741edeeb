package org.dialogue.kit.web;

import java.util.List;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A body of which some values cannot be read. */
final class UnreadableBody extends DatabindException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;
    private final transient @Nullable Object rest;

    /** @param rest what could be read, without the values that could not */
    UnreadableBody(JsonParser parser, List<Violation> violations, @Nullable Object rest) {
        super(parser, violations.size() + " values cannot be read");
        this.violations = List.copyOf(violations);
        this.rest = rest;
    }

    List<Violation> violations() {
        return violations;
    }

    @Nullable
    Object rest() {
        return rest;
    }
}
