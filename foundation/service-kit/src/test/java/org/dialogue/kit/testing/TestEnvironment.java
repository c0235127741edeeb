package org.dialogue.kit.testing;

import java.util.Map;
import java.util.UUID;
import org.dialogue.embedded.TestServers;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points an application context at the test servers, in a realm of its own. */
public final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final String realm;

    /** In a realm that no other context has. */
    public TestEnvironment() {
        this(freshRealm());
    }

    /** In a realm that other contexts have had, or will have: what they leave there is found again. */
    public TestEnvironment(String realm) {
        this.realm = realm;
    }

    /** {@return a realm that no context has} */
    public static String freshRealm() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-servers",
                        Map.of(
                                "dialogue.realm", realm,
                                "spring.mongodb.uri", TestServers.mongoUri(),
                                "dialogue.kafka.bootstrap-servers", TestServers.kafkaBootstrapServers(),
                                "dialogue.web.command-timeout", "1m",
                                "spring.security.oauth2.resourceserver.jwt.issuer-uri", TestTokens.issuer())));
    }
}
