package org.dialogue.answers.commitment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.edge.SourceInput;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.InvalidInput;
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
        @NotNull @Valid DueInput due,
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
                due.asDue("due"),
                measure == null ? null : measure.asMeasure(),
                milestones == null
                        ? List.of()
                        : IntStream.range(0, milestones.size())
                                .mapToObj(i -> milestones.get(i).asMilestone("milestones[" + i + "]"))
                                .toList(),
                SourceInput.noteOf(source),
                at);
    }

    /**
     * What a promise follows from.
     *
     * @param parts the numbers of the parts; none for the question as a whole
     */
    record SubjectInput(
            @NotNull QuestionId question,
            @Nullable @Size(max = 20) List<@NotNull Integer> parts) {

        QuestionParts asQuestionParts() {
            return new QuestionParts(question, parts == null ? List.of() : parts);
        }
    }

    /**
     * A promise in numbers.
     *
     * @param unit what is counted
     * @param baseline the number when it was promised
     * @param target the number promised
     * @param current the number now; absent for the baseline
     */
    record MeasureInput(
            @NotBlank @Size(max = 200) String unit,
            @NotNull @Digits(integer = 15, fraction = 6) BigDecimal baseline,
            @NotNull @Digits(integer = 15, fraction = 6) BigDecimal target,
            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal current) {

        Measure asMeasure() {
            return new Measure(unit, baseline, target, current == null ? baseline : current);
        }
    }

    /**
     * A step on the way.
     *
     * @param id unique within the commitment
     */
    record MilestoneInput(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
            String id,

            @NotBlank @Size(max = 2000) String text,
            @NotNull @Valid DueInput due) {

        /** @param field where it stands */
        Milestone asMilestone(String field) {
            return new Milestone(id, text, due.asDue(field + ".due"));
        }
    }

    /** When it is due, or explicitly no date. */
    record DueInput(@NotNull Due.Kind kind, @Nullable LocalDate date) {

        /**
         * @param field where it stands
         * @throws InvalidInput if date and kind disagree
         */
        Due asDue(String field) {
            return InvalidInput.checked(field, () -> new Due(kind, date));
        }
    }
}
