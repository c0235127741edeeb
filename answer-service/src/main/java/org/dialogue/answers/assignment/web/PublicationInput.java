package org.dialogue.answers.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.dialogue.answers.edge.SourceInput;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is published.
 *
 * @param answeredBy who answers for the body; absent for its head
 * @param source where the answer was taken from, when it was given elsewhere
 */
record PublicationInput(
        @NotNull AnswerId answerId,
        @Nullable PersonId answeredBy,
        @Nullable @Valid SourceInput source,
        @Nullable Instant happenedAt) {}
