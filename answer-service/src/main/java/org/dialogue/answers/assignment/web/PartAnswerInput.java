package org.dialogue.answers.assignment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.Disposition;

/** What is answered to one part. */
record PartAnswerInput(
        @NotNull Integer part,
        @NotBlank @Size(max = 10_000) String text,
        @NotNull Disposition proposedDisposition) {

    static List<PartAnswer> answers(List<PartAnswerInput> parts) {
        return parts.stream()
                .map(part -> new PartAnswer(part.part, part.text, part.proposedDisposition))
                .toList();
    }
}
