package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.jspecify.annotations.Nullable;

/**
 * What a body did with an answer slot, as answer-service tells it. It may be known before the slot itself.
 *
 * @param acceptedAt when the body took it on, if it did
 * @param holding the body's newest word that the answer will take longer
 */
record AssignmentProgress(
        @Nullable Instant acceptedAt, @Nullable HoldingAnswerGiven holding, SlotParts told) {

    static final AssignmentProgress UNTOUCHED = new AssignmentProgress(null, null, SlotParts.UNTOUCHED);

    AssignmentProgress after(AssignmentEvent event) {
        if (event instanceof AssignmentAccepted e) {
            return new AssignmentProgress(e.happenedAt(), holding, told);
        }
        if (event instanceof AssignmentReturned e) {
            return telling(told.returned(e.parts(), e.happenedAt()));
        }
        if (event instanceof HoldingAnswerGiven e) {
            return new AssignmentProgress(acceptedAt, e, told);
        }
        if (event instanceof AnswerPublished e) {
            SlotParts next = told;
            for (PartAnswer part : e.parts()) {
                next = next.answered(part.part(), given(e.answerId(), told.round(part.part()), part, e.happenedAt()));
            }
            return telling(next);
        }
        if (event instanceof AnswerCorrected e) {
            return telling(corrected(e));
        }
        if (event instanceof AssignmentReopened e) {
            return telling(told.reopened(e.parts(), new Reopening(e.round(), e.happenedAt())));
        }
        return this;
    }

    /**
     * A correction stays within the round of the answer it corrects: it does not answer a reopening. The correction of an
     * answer that another has followed is for the timeline only.
     */
    private SlotParts corrected(AnswerCorrected event) {
        SlotParts next = told;
        for (PartAnswer part : event.parts()) {
            AnswerGiven original = told.answers().get(part.part());
            if (original == null) {
                throw new IllegalStateException("history corrects part " + part.part() + " of " + event.answerId()
                        + ", which was not answered");
            }
            if (original.id().equals(event.answerId())) {
                AnswerGiven corrected = given(original.id(), original.round(), part, original.at());
                next = next.answered(part.part(), corrected);
            }
        }
        return next;
    }

    private static AnswerGiven given(AnswerId id, int round, PartAnswer part, Instant at) {
        return new AnswerGiven(id, round, part.proposedDisposition(), part.text(), at);
    }

    private AssignmentProgress telling(SlotParts next) {
        return new AssignmentProgress(acceptedAt, holding, next);
    }
}
