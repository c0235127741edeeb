package org.dialogue.dialogues.directory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.dialogues.web.NameInput;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** What is asked about answering bodies. */
sealed interface BodyRequest {

    /**
     * @param bodyId the code; it becomes part of a topic's name, and so is narrower than other ids
     */
    record BodyRegistration(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}", message = "{body-code}")
            String bodyId,

            @NotNull @Valid NameInput name,
            @NotNull BodyKind kind,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> aliases,
            @Nullable UnitId unit,
            @Nullable Instant happenedAt)
            implements BodyRequest {}

    record BodyRenaming(
            @NotNull @Valid NameInput name,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> aliases,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt)
            implements BodyRequest {}

    record HeadAppointment(
            @NotNull PersonId person, @Nullable Instant happenedAt) implements BodyRequest {}
}
