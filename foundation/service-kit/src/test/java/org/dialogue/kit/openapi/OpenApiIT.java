package org.dialogue.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.OpenApiContract;
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
}
