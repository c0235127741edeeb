package org.dialogue.answers.assignment.web;

import java.time.Instant;
import java.util.List;
import org.dialogue.answers.assignment.AnswerOnRecord;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/**
 * A published answer as it is shown: the original words, and beside them every correction.
 *
 * @param publishedAt when it was published
 */
record AnswerView(
        AnswerId answerId,
        List<PartAnswer> parts,
        PersonReference answeredBy,
        @Nullable SourceNote source,
        Instant publishedAt,
        List<AnswerCorrected> corrections) {

    static AnswerView of(AnswerOnRecord answer) {
        return new AnswerView(
                answer.published().answerId(),
                answer.published().parts(),
                answer.published().answeredBy(),
                answer.published().source(),
                answer.published().happenedAt(),
                answer.corrections());
    }
}
