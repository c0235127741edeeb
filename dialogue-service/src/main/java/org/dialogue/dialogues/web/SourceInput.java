package org.dialogue.dialogues.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/** Where something was taken from, as requests give it. */
public record SourceInput(
        @NotBlank @Size(max = 500) String document,
        @Nullable @Size(max = 2000) String note) {

    /** {@return the note as events hold it; null for none} */
    public static @Nullable SourceNote noteOf(@Nullable SourceInput source) {
        return source == null ? null : new SourceNote(source.document, source.note);
    }
}
