package org.dialogue.reports.witness;

import java.time.Instant;
import org.dialogue.ledger.tree.TreeHead;

/**
 * A checkpoint that agreed with the copy.
 *
 * @param tree what it states
 * @param note the note with the witness's signature; as it was received if the witness has no key, or if a larger one had
 *     agreed before
 * @param at when it was judged
 */
public record AgreedCheckpoint(TreeHead tree, String note, Instant at) {

    Statement statement() {
        return new Statement(tree, note);
    }
}
