package org.dialogue.standalone;

import java.util.ArrayList;
import java.util.List;
import org.dialogue.standalone.signin.SignInServer;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the sign-in server and the services, each as an application context of its own with its own settings. */
final class Contexts {

    /** Where no other process appends to the ledgers, nobody needs to look for its appends often. */
    private static final List<String> ALONE = List.of("--dialogue.mongodb.poll-interval=10s");

    private final Options options;
    private final Addresses addresses;

    Contexts(Options options, Addresses addresses) {
        this.options = options;
        this.addresses = addresses;
    }

    ConfigurableApplicationContext signIn(DataDirectory data) {
        return run(
                SignInServer.class,
                List.of(
                        "--spring.config.name=" + SignInServer.CONFIGURATION,
                        "--server.port=" + options.port(Listener.SIGN_IN),
                        "--sign-in.issuer=" + addresses.signIn(),
                        "--sign-in.key-file=" + data.signingKey(),
                        "--sign-in.people-of-010=" + data.knowsPeopleOf010()));
    }

    /** @param alone whether the MongoDB is this process's own */
    ConfigurableApplicationContext service(
            Service service, DataDirectory data, String mongodbUri, boolean alone, String kafkaBootstrapServers) {
        List<String> settings = new ArrayList<>(alone ? ALONE : List.of());
        settings.addAll(List.of(
                "--DIALOGUE_SERVICE_URL=" + addresses.dialogue(),
                "--ANSWER_SERVICE_URL=" + addresses.answer(),
                "--ledger.signing-key-file=" + data.ledgerKey(service),
                "--ledger.create-key-file=true",
                // One in the environment would be the same for all three.
                "--ledger.signing-key=",
                "--WITNESS_SIGNING_KEY_FILE=" + data.witnessKey(),
                "--dialogue.witness.create-key-file=true",
                "--server.port=" + options.port(service.listener()),
                "--MONGODB_URI=" + mongodbUri,
                "--KAFKA_BOOTSTRAP_SERVERS=" + kafkaBootstrapServers,
                "--OIDC_ISSUER_URI=" + addresses.signIn(),
                // The sign-in server brings these along; in a service they would define a second issuer.
                "--spring.autoconfigure.exclude=" + OAuth2AuthorizationServerAutoConfiguration.class.getName() + ","
                        + OAuth2AuthorizationServerJwtAutoConfiguration.class.getName(),
                // Meters stay with the service they measure.
                "--management.metrics.use-global-registry=false"));
        return run(service.application(), settings);
    }

    private static ConfigurableApplicationContext run(Class<?> application, List<String> settings) {
        var arguments = new ArrayList<>(settings);
        // Evaluation only: nothing of it is to be seen from other machines.
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--spring.jmx.enabled=false");
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                // The standalone stops its parts itself, in order.
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }
}
