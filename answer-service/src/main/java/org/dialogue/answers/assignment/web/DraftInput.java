package org.dialogue.answers.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dialogue.answers.assignment.DraftPart;
import org.dialogue.events.vocabulary.Disposition;
import org.jspecify.annotations.Nullable;

/** A draft, whole; it need not speak to every part yet. */
record DraftInput(@NotEmpty @Size(max = 20) List<@Valid @NotNull Part> parts) {

    /** What is meant to be answered to one part. */
    record Part(
            @NotNull Integer part,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable Disposition proposedDisposition) {}

    List<DraftPart> asParts() {
        return parts.stream()
                .map(part -> new DraftPart(part.part, part.text, part.proposedDisposition))
                .toList();
    }
}
