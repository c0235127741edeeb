package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.vocabulary.Due;

/**
 * A step on the way.
 *
 * @param id unique within the commitment
 */
record MilestoneInput(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
        String id,

        @NotBlank @Size(max = 2000) String text,
        @NotNull Due due) {

    Milestone asMilestone() {
        return new Milestone(id, text, due);
    }
}
