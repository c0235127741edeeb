package org.dialogue.kit.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.dialogue.events.Identifier;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command, as the identity provider vouched for it. Aggregates take it as a handler parameter to judge
 * ownership; roles are judged before, by {@link AllowedTo}.
 *
 * @param subject the identity provider's name for the account, or the name of a service
 * @param personId the person's id in the people registry
 * @param office the office in which the person acts
 * @param unit the administrative unit the person speaks for
 * @param body the answering body the person works in
 * @param roles what the person may be
 * @param onBehalfOf the subject on whose behalf it is done, where that is not the actor
 */
public record Actor(
        String subject,
        @Nullable String personId,
        @Nullable String office,
        @Nullable String unit,
        @Nullable String body,
        Set<Role> roles,
        @Nullable String onBehalfOf) {

    /** Keeps its own copy of the roles. */
    public Actor {
        roles = Set.copyOf(roles);
    }

    /**
     * A service that acts by itself.
     *
     * @param service the service's name
     * @return an actor in the role {@link Role#SYSTEM} alone
     */
    public static Actor system(String service) {
        return new Actor(service, null, null, null, null, Set.of(Role.SYSTEM), null);
    }

    /**
     * This actor, acting for somebody else.
     *
     * @param principal the subject on whose behalf it is done
     * @return a copy that names the principal
     */
    public Actor actingFor(String principal) {
        return new Actor(subject, personId, office, unit, body, roles, principal);
    }

    /** {@return whether the actor holds at least one of the given roles} */
    public boolean hasAnyOf(Role... candidates) {
        return Arrays.stream(candidates).anyMatch(roles::contains);
    }

    /**
     * Insists on a role, for queries; commands say it with {@link AllowedTo}.
     *
     * @param candidates the roles of which one is needed
     * @throws NotPermitted if the actor holds none of them
     */
    public void require(Role... candidates) {
        if (!hasAnyOf(candidates)) {
            String roles = Arrays.stream(candidates).map(Role::claim).collect(Collectors.joining(", "));
            throw new NotPermitted("roles", "this needs one of the roles " + roles, roles);
        }
    }

    /** {@return whether the actor works in the given answering body} */
    public boolean worksIn(Identifier bodyId) {
        return worksIn(bodyId.value());
    }

    /** {@return whether the actor works in the answering body of the given code} */
    public boolean worksIn(String bodyCode) {
        return bodyCode.equals(body);
    }

    /** {@return whether the actor speaks for the given administrative unit} */
    public boolean speaksFor(Identifier unitId) {
        return speaksFor(unitId.value());
    }

    /** {@return whether the actor speaks for the administrative unit whose id has the given value} */
    public boolean speaksFor(String unitId) {
        return unitId.equals(unit);
    }
}
