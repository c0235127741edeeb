package org.dialogue.dialogues.question.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.jspecify.annotations.Nullable;

/** What is asked about who shall answer. */
sealed interface AssignmentRequest {

    record Assigning(
            @NotEmpty @Size(max = 50) List<@NotNull @Valid ShareInput> assignments,
            @Nullable Instant happenedAt) implements AssignmentRequest {}

    /**
     * What passes on.
     *
     * @param parts the parts that pass on; empty or left out for all that are owed
     */
    record Transfer(
            @Nullable AssignmentId assignmentId,
            @NotNull BodyId body,
            @Nullable @Size(max = 20) List<@NotNull Integer> parts,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt)
            implements AssignmentRequest {}

    /**
     * One body's share.
     *
     * @param parts the parts it shall answer; empty or left out for all
     */
    record ShareInput(
            @Nullable AssignmentId assignmentId,
            @NotNull BodyId body,
            @NotNull AnsweringRole role,
            @Nullable @Size(max = 20) List<@NotNull Integer> parts,
            @NotNull @Valid DueInput due,
            @Nullable @Size(min = 1, max = 2000) String note) {}

    /** When it is due, or explicitly no date. */
    record DueInput(@NotNull Due.Kind kind, @Nullable LocalDate date) {}
}
