package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.jspecify.annotations.Nullable;

/**
 * What a promise follows from.
 *
 * @param parts the numbers of the parts; none for the question as a whole
 */
record SubjectInput(
        @NotNull QuestionId question,
        @Nullable @Size(max = 20) List<@NotNull Integer> parts) {

    QuestionParts asQuestionParts() {
        return new QuestionParts(question, parts == null ? List.of() : parts);
    }
}
