package org.dialogue.dialogues.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** What is asked about people. */
sealed interface PersonRequest {

    record PersonRegistration(
            @Nullable PersonId personId,
            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 500) String office,
            @Nullable UnitId unit,
            @Nullable BodyId body,
            @Nullable Instant happenedAt)
            implements PersonRequest {}

    record OfficeChange(
            @NotBlank @Size(max = 500) String office,
            @Nullable UnitId unit,
            @Nullable BodyId body,
            @Nullable Instant happenedAt)
            implements PersonRequest {}

    record NameErasure(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt) implements PersonRequest {}
}
