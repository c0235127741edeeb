package org.dialogue.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.OpenApiContract;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(classes = SampleService.class)
class OpenApiIT {

    @LocalServerPort
    int port;

    @Test
    void describesTheApiAsCommitted() {
        String served = Caller.anonymous(port).get("/v3/api-docs.yaml").text();

        assertThat(served).startsWith("openapi: 3.1");
        OpenApiContract.verify(served, Path.of("src/test/resources/sample-openapi.yaml"));
    }

    @Test
    void whatIsNotDescribedCannotBeAskedFor() {
        Set<Role> roles = Set.of(Role.OPERATOR, Role.AUDITOR);
        OpenApiContract.verifyUnknownParameters(
                Caller.as(port, new Actor("everything", null, null, null, null, roles, null)));
    }

    @Test
    void showsTheApiToPeopleWithoutScriptsOrAnythingFromElsewhere() {
        Reply page = Caller.anonymous(port).get("/v3/api-docs/page").expect(200);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self';");
        assertThat(page.text())
                .contains(
                        "POST /api/papers",
                        "Idempotency-Key",
                        "What is sent is not JSON in UTF-8",
                        "href=\"/v3/api-docs/page/style.css\"")
                .doesNotContain("<script", "style=", "http://", "https://");
        assertThat(Caller.anonymous(port)
                        .get("/v3/api-docs/page/style.css")
                        .expect(200)
                        .header("Content-Type"))
                .startsWith("text/css");
    }
}
