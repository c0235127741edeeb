package org.dialogue.kit.testing;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.kit.access.AccessInterceptor;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.ActorMetadata;
import org.dialogue.kit.access.ActorParameterResolverFactory;

/** Axon's given-when-then for aggregates, with actors and the same guard as in a service. */
public final class Fixtures {

    private Fixtures() {}

    /**
     * A fixture for an aggregate.
     *
     * @param aggregate its class
     * @return takes commands with {@link #by}; refuses those that {@code @AllowedTo} does not allow
     */
    public static <T> FixtureConfiguration<T> of(Class<T> aggregate) {
        return new AggregateTestFixture<>(aggregate)
                .registerParameterResolverFactory(new ActorParameterResolverFactory())
                .registerCommandHandlerInterceptor(new AccessInterceptor());
    }

    /** {@return the metadata of a command that the given actor gives: {@code when(command, by(actor))}} */
    public static Map<String, Object> by(Actor actor) {
        return ActorMetadata.of(actor);
    }
}
