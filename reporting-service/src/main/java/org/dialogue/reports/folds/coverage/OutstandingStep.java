package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.jspecify.annotations.Nullable;

/**
 * Who owes what since when.
 *
 * @param body the body that owes it; absent when it is the secretariat
 * @param step what is owed
 * @param since since when
 * @param assignment the answer slot, if there is one
 * @param due until when; absent where nothing was agreed because nobody has been asked yet
 * @param expectedOn the day by which the body says it will answer, if it gave a holding answer that names one
 */
public record OutstandingStep(
        @Nullable BodyId body,
        OwedStep step,
        Instant since,
        @Nullable AssignmentId assignment,
        @Nullable Due due,
        @Nullable LocalDate expectedOn) {

    /** How the secretariat is named where a body's code would stand; no body can have capitals in its code. */
    public static final String SECRETARIAT = "SECRETARIAT";

    /** {@return the code of the body that owes it, or {@link #SECRETARIAT}} */
    public String debtor() {
        return body == null ? SECRETARIAT : body.value();
    }

    /** {@return whether the day until which it is due lies before today} */
    public boolean isLate(LocalDate today) {
        return due != null && due.isPast(today);
    }
}
