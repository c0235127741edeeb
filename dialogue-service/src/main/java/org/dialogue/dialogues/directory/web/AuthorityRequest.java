package org.dialogue.dialogues.directory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.dialogue.dialogues.web.NameInput;
import org.dialogue.events.vocabulary.AuthorityId;
import org.jspecify.annotations.Nullable;

/** A higher authority to be entered. */
record AuthorityRequest(
        @Nullable AuthorityId authorityId,
        @NotNull @Valid NameInput name,
        @Nullable Instant happenedAt) {}
