package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

class IssuerAwayIT {

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    @Test
    void isNoFaultOfTheCaller() {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleService.class)
                .initializers(
                        new TestEnvironment(),
                        context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("nobody-there", Map.of(ISSUER, "http://localhost:1"))))
                .run("--server.port=0")) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

            Reply unavailable = Caller.as(port, TestActors.secretariat()).get("/api/papers/p1");

            unavailable.expectProblem(503, "issuer-unavailable");
            assertThat(unavailable.header("Retry-After")).isNotEmpty();
        }
    }
}
