package org.dialogue.events.vocabulary;

import java.util.List;

/**
 * Parts of one question that something is about.
 *
 * @param question the question
 * @param parts the numbers of the parts; empty means the question as a whole
 */
public record QuestionParts(QuestionId question, List<Integer> parts) {

    /** Keeps its own copy of the list. */
    public QuestionParts {
        parts = Lists.copy(parts);
    }
}
