package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a claim of completion was not accepted. */
record SendingBackInput(
        @NotBlank @Size(max = 2000) String reason, @Nullable Instant happenedAt) {}
