package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * Where a commitment is followed up from now on.
 *
 * @param programmeId another programme, which is not archived
 * @param reason why
 */
record CarryOverInput(
        @NotNull ProgrammeId programmeId,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable Instant happenedAt) {}
