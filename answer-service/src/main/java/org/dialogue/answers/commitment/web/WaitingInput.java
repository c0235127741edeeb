package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dialogue.events.vocabulary.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * For whom it waits.
 *
 * @param text what the authority has to decide
 */
record WaitingInput(
        @NotNull AuthorityId authority,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable Instant happenedAt) {}
