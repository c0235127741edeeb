package org.dialogue.answers.commitment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.edge.SourceInput;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up promised.
 *
 * @param commitmentId its id; absent to be given one
 * @param subjects the questions or parts it follows from; none for a promise made to the session as a whole
 * @param bodies the bodies that bear it, the leading one first
 * @param assignedBy the body that charged them with it, where that is another
 */
record CommitmentInput(
        @Nullable CommitmentId commitmentId,
        @NotNull ProgrammeId programmeId,
        @Nullable @Size(max = 50) List<@Valid @NotNull SubjectInput> subjects,
        @NotNull CommittedBy committedBy,
        @NotEmpty @Size(max = 50) List<@NotNull BodyId> bodies,
        @Nullable BodyId assignedBy,
        @NotBlank @Size(max = 10_000) String text,
        @NotNull Due due,
        @Nullable @Valid MeasureInput measure,
        @Nullable @Size(max = 50) List<@Valid @NotNull MilestoneInput> milestones,
        @Nullable @Valid SourceInput source,
        @Nullable Instant happenedAt) {

    CommitFollowUp asCommand(CommitmentId id, HappenedAt at) {
        return new CommitFollowUp(
                id,
                programmeId,
                subjects == null
                        ? List.of()
                        : subjects.stream().map(SubjectInput::asQuestionParts).toList(),
                committedBy,
                bodies,
                assignedBy,
                text,
                due,
                measure == null ? null : measure.asMeasure(),
                milestones == null
                        ? List.of()
                        : milestones.stream().map(MilestoneInput::asMilestone).toList(),
                SourceInput.noteOf(source),
                at);
    }
}
