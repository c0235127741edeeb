package org.dialogue.answers.commitment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/**
 * A claim that the promise was kept.
 *
 * @param body the bearing body that claims it; absent for the caller's own
 */
record CompletionInput(
        @Nullable BodyId body,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable @Size(max = 50) List<@Valid @NotNull EvidenceInput> evidence,
        @Nullable Instant happenedAt) {

    ClaimCompletion asCommand(CommitmentId id, HappenedAt at) {
        return new ClaimCompletion(id, body, text, EvidenceInput.linksOf(evidence), at);
    }
}
