package org.dialogue.quality.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Three running services that know the {@link Cast}.
 *
 * @param suite the services
 * @param cast the people
 * @param issuer who vouches for them
 */
public record Province(Suite suite, Cast cast, Issuer issuer) implements AutoCloseable {

    /**
     * Starts the services and enters the cast into the directory.
     *
     * @param realm a name that no other test uses
     * @param servers where the services keep and send their data
     */
    public static Province start(String realm, Servers servers) {
        Issuer issuer = Issuer.start();
        Cast cast = new Cast(issuer);
        var suite = new Suite(realm, servers, issuer.address());
        var province = new Province(suite, cast, issuer);
        try {
            suite.start();
            cast.register(suite.dialogues());
            return province;
        } catch (RuntimeException | Error e) {
            province.close();
            throw e;
        }
    }

    @Override
    public void close() {
        suite.close();
        issuer.close();
    }

    /** Gives tests one province that they share, as starting three processes takes longer than most tests. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Province.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            // The root's store closes what it holds after the last test of the run.
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Province.class))
                    .computeIfAbsent(Province.class, key -> start("shared", Servers.shared()), Province.class);
        }
    }
}
