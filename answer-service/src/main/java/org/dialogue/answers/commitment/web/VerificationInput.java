package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The secretariat's verdict.
 *
 * @param text what it rests on
 */
record VerificationInput(
        @NotNull VerifiedOutcome outcome,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable Instant happenedAt) {}
