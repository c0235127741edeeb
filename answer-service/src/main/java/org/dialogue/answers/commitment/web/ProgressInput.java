package org.dialogue.answers.commitment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.ReportProgress;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/**
 * How far a body has come.
 *
 * @param body the bearing body that reports; absent for the caller's own
 * @param measured the measure's number now
 * @param reachedMilestones the milestones reached since the last report, by id
 */
record ProgressInput(
        @Nullable BodyId body,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable @Digits(integer = 15, fraction = 6) BigDecimal measured,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> reachedMilestones,
        @Nullable @Size(max = 50) List<@Valid @NotNull EvidenceInput> evidence,
        @Nullable Instant happenedAt) {

    ReportProgress asCommand(CommitmentId id, HappenedAt at) {
        return new ReportProgress(
                id,
                body,
                text,
                measured,
                reachedMilestones == null ? List.of() : reachedMilestones,
                EvidenceInput.linksOf(evidence),
                at);
    }
}
