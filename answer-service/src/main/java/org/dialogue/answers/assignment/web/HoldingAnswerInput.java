package org.dialogue.answers.assignment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why the answer takes longer.
 *
 * @param expectedOn the day by which the body means to answer; not before the day on which it says so
 */
record HoldingAnswerInput(
        @NotBlank @Size(max = 10_000) String text,
        @Nullable LocalDate expectedOn,
        @Nullable Instant happenedAt) {}
