package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.VerifyCommitment;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/**
 * The secretariat's verdict.
 *
 * @param text what it rests on
 * @param unreachedMilestones the milestones in spite of which the commitment is found implemented, by id: exactly those
 *     that nobody has reported as reached
 */
record VerificationInput(
        @NotNull VerifiedOutcome outcome,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> unreachedMilestones,
        @Nullable Instant happenedAt) {

    VerifyCommitment asCommand(CommitmentId id, HappenedAt at) {
        return new VerifyCommitment(
                id, outcome, text, unreachedMilestones == null ? List.of() : unreachedMilestones, at);
    }
}
