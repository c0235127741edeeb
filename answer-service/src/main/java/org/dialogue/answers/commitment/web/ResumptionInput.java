package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the wait is over.
 *
 * @param text what was decided
 */
record ResumptionInput(
        @NotBlank @Size(max = 10_000) String text, @Nullable Instant happenedAt) {}
