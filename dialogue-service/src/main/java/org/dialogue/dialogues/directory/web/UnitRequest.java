package org.dialogue.dialogues.directory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dialogue.dialogues.web.NameInput;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** What is asked about administrative units. */
sealed interface UnitRequest {

    record UnitRegistration(
            @Nullable UnitId unitId,
            @NotNull @Valid NameInput name,
            @NotNull UnitKind kind,
            @Nullable UnitId parent,
            @Nullable Instant happenedAt)
            implements UnitRequest {}

    record UnitRenaming(
            @NotNull @Valid NameInput name,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt) implements UnitRequest {}
}
