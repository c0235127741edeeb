package org.dialogue.events.question;

import java.util.List;
import org.dialogue.events.vocabulary.Lists;

/**
 * One thing asked or proposed; each part is assigned, answered and disposed of by itself.
 *
 * @param number its number within the question, from 1
 * @param text what is asked
 * @param topics what it is about; short lower-case terms
 */
public record QuestionPart(int number, String text, List<String> topics) {

    /** Keeps its own copy of the list. */
    public QuestionPart {
        topics = Lists.copy(topics);
    }
}
