package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.CorrectVerdict;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/**
 * A verdict put right.
 *
 * @param outcome how the commitment ended; absent if it has not ended after all, and is open again
 * @param text what the outcome rests on
 * @param unreachedMilestones as for a verdict
 * @param reason why the verdict has to be put right
 */
record VerdictCorrectionInput(
        @Nullable VerifiedOutcome outcome,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> unreachedMilestones,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable Instant happenedAt) {

    CorrectVerdict asCommand(CommitmentId id, HappenedAt at) {
        return new CorrectVerdict(
                id, outcome, text, unreachedMilestones == null ? List.of() : unreachedMilestones, reason, at);
    }
}
