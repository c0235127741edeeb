package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * One body's share of one part.
 *
 * @param answeredAt when it answered; absent while it has not, or not since the last reopening
 * @param disposition what it proposes, once it has answered
 * @param text what it answered, with its corrections; may come to be known a little after the answer itself
 */
public record SlotStanding(
        AssignmentId assignment,
        BodyId body,
        AnsweringRole role,
        @Nullable Instant answeredAt,
        @Nullable Disposition disposition,
        @Nullable String text) {}
