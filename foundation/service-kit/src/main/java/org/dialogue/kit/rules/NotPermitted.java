package org.dialogue.kit.rules;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dialogue.kit.access.Role;

/** The actor may not do it (HTTP 403). */
public final class NotPermitted extends Refusal {

    /** @param detail one sentence for people, that tells nothing the actor may not know */
    public NotPermitted(String detail) {
        super(detail);
    }

    /**
     * Refuses for want of a role.
     *
     * @param roles the roles, any one of which would do
     * @return the refusal
     */
    public static NotPermitted needsOneOf(Role... roles) {
        return new NotPermitted("this needs one of the roles "
                + Arrays.stream(roles).map(Role::claim).collect(Collectors.joining(", ")));
    }
}
