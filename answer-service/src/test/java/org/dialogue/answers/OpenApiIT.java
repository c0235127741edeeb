package org.dialogue.answers;

import java.nio.file.Path;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.kit.testing.OpenApiContract;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.Test;

class OpenApiIT extends AnswerServiceTest {

    @Test
    void theCommittedDescriptionIsTheOneServed() {
        String served =
                as(TestActors.operator()).get("/v3/api-docs.yaml").expect(200).text();
        OpenApiContract.verify(served, Path.of("openapi.yaml"));
    }
}
