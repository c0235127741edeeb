package org.dialogue.kit.testing;

import java.util.Map;
import java.util.UUID;
import org.dialogue.embedded.TestServers;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points an application context at the test servers, in a realm of its own. */
public final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String realm = "test-" + UUID.randomUUID().toString().substring(0, 8);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-servers",
                        Map.of(
                                "dialogue.realm", realm,
                                "spring.mongodb.uri", TestServers.mongoUri(),
                                "dialogue.kafka.bootstrap-servers", TestServers.kafkaBootstrapServers(),
                                "spring.security.oauth2.resourceserver.jwt.issuer-uri", TestTokens.issuer())));
    }
}
