package org.dialogue.dialogues.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.dialogue.events.vocabulary.BilingualName;

/** A name in both languages, as requests give it. */
public record NameInput(
        @NotBlank @Size(max = 500) String vi,
        @NotBlank @Size(max = 500) String en) {

    /** {@return the name as events hold it} */
    public BilingualName asName() {
        return new BilingualName(vi, en);
    }
}
