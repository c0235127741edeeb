package org.dialogue.dialogues.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dialogue.dialogues.testing.RunningService;
import org.dialogue.kit.testing.OpenApiContract;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;

class OpenApiIT extends RunningService {

    @Test
    void whatIsServedIsWhatIsCommitted() {
        Reply served = getAnonymously("/v3/api-docs.yaml").expect(200);
        assertThat(served.text()).contains("openapi: 3.1").contains("/api/questions/{id}/assignments");
        OpenApiContract.verify(served.text(), Path.of("openapi.yaml"));
    }
}
