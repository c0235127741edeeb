package org.dialogue.answers.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.events.vocabulary.AnswerId;
import org.jspecify.annotations.Nullable;

/**
 * What is corrected, and why.
 *
 * @param parts the corrected parts only
 */
record CorrectionInput(
        @NotNull AnswerId answerId,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull PartAnswerInput> parts,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable Instant happenedAt) {}
