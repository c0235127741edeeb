package org.dialogue.reports.folds.commitments;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.commitment.EvidenceLink;
import org.dialogue.events.vocabulary.BodyId;

/**
 * What a body last said about a commitment: a report or a claim of completion.
 *
 * @param at when it said so
 */
public record Progress(Instant at, BodyId body, String text, List<EvidenceLink> evidence) {

    /** Keeps its own copy of the list. */
    public Progress {
        evidence = List.copyOf(evidence);
    }
}
