package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import org.dialogue.events.vocabulary.Disposition;

/**
 * The chair's decision on one part.
 *
 * @param round the reopening that had been answered when the chair decided; a later reopening takes the decision's force
 * @param text in words
 */
record Conclusion(int round, Disposition disposition, String text, Instant at) {

    boolean isSameAs(Conclusion other) {
        return round == other.round && disposition == other.disposition && text.equals(other.text);
    }
}
