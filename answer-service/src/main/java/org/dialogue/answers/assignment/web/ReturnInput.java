package org.dialogue.answers.assignment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.ReturnAssignment;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/**
 * What is handed back, and why.
 *
 * @param parts the numbers of the parts; absent for all that are due
 */
record ReturnInput(
        @NotNull ReturnCategory category,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable @Size(min = 1, max = 20) List<@NotNull Integer> parts,
        @Nullable Instant happenedAt) {

    ReturnAssignment asCommand(AssignmentId id, HappenedAt at) {
        return new ReturnAssignment(id, category, text, parts == null ? List.of() : parts, at);
    }
}
