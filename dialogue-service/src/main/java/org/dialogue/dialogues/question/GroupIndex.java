package org.dialogue.dialogues.question;

import java.util.List;
import org.dialogue.events.vocabulary.QuestionId;

/** Which questions follow which. Older history tells it of the followers alone, and not of their leads. */
interface GroupIndex {

    /** {@return the questions that were put under the lead, as far as is known} */
    List<QuestionId> followersOf(QuestionId lead);
}
