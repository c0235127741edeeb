package org.dialogue.dialogues.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dialogue.dialogues.web.NameInput;
import org.dialogue.dialogues.web.SourceInput;
import org.dialogue.events.programme.Figure;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** What is asked about programmes. */
sealed interface ProgrammeRequest {

    record Announcement(
            @Nullable ProgrammeId programmeId,
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull @Valid NameInput title,
            @NotNull BodyId host,
            @Nullable LocalDate plannedFor,
            @Nullable @Valid SourceInput source,
            @Nullable Instant happenedAt)
            implements ProgrammeRequest {}

    record Delegate(@NotNull PersonId person, @Nullable Instant happenedAt) implements ProgrammeRequest {}

    record Step(@Nullable Instant happenedAt) implements ProgrammeRequest {}

    record Session(
            @Nullable LocalDate heldOn,
            @Nullable @Size(min = 1, max = 500) String place,
            @Nullable Instant happenedAt) implements ProgrammeRequest {}

    record Figures(
            @NotEmpty @Size(max = 50) List<@NotNull @Valid FigureInput> figures,
            @Nullable Instant happenedAt) implements ProgrammeRequest {}

    record ProgrammeConclusion(
            @NotBlank @Size(max = 10_000) String summary,
            @Nullable Instant happenedAt) implements ProgrammeRequest {}

    /** A number stated at the programme. */
    record FigureInput(
            @NotNull @Valid NameInput label,
            @NotNull @Digits(integer = 15, fraction = 4) BigDecimal value,
            @NotBlank @Size(max = 500) String unit,
            @Nullable Boolean approximate,
            @Nullable @Valid SourceInput source) {

        Figure asFigure() {
            return new Figure(
                    label.asName(), value, unit, Boolean.TRUE.equals(approximate), SourceInput.noteOf(source));
        }
    }
}
