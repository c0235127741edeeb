package org.dialogue.ledger;

import com.mongodb.MongoException;

/**
 * What became of an insert that did not simply succeed.
 */
sealed interface Verdict {

    /** The commit is in, although its acknowledgement was lost. */
    record Stored(Tip tip) implements Verdict {}

    /** Another commit took the position; ours is certainly not in. */
    record Overtaken() implements Verdict {}

    /** The server turned the insert down, and the position is free: this insert stored nothing. */
    record Refused(MongoException reason) implements Verdict {}

    /** The position is still free as far as a majority knows, but the insert may yet arrive there. */
    record Undecided() implements Verdict {}
}
