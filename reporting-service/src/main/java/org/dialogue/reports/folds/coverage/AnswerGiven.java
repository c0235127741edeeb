package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * A body's answer to one part, as one of the two services tells it.
 *
 * @param id the answer, which may be corrected later
 * @param round the reopening it answers to; 0 for the first answer
 * @param disposition what the body proposes
 * @param text the answer with its corrections; absent where the service that tells of it does not carry the words
 * @param at when it was given
 */
record AnswerGiven(
        AnswerId id,
        int round,
        Disposition disposition,
        @Nullable String text,
        Instant at) {}
