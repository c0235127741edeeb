package org.dialogue.answers.assignment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dialogue.events.question.ReturnCategory;
import org.jspecify.annotations.Nullable;

/** Why an assignment is handed back. */
record ReturnInput(
        @NotNull ReturnCategory category,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable Instant happenedAt) {}
