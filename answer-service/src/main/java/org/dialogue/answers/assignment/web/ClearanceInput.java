package org.dialogue.answers.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.events.vocabulary.AnswerId;
import org.jspecify.annotations.Nullable;

/**
 * What the head clears: the draft as it stands, or the words given.
 *
 * @param answerId the answer's id; absent to be given one
 * @param parts the words; absent to clear the draft
 * @param draftVersion the version of the draft that the head has read; absent to clear whatever it says
 */
record ClearanceInput(
        @Nullable AnswerId answerId,
        @Nullable @Size(min = 1, max = 20) List<@Valid @NotNull PartAnswerInput> parts,
        @Nullable Long draftVersion,
        @Nullable Instant happenedAt) {}
