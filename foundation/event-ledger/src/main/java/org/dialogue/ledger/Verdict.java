package org.dialogue.ledger;

import com.mongodb.MongoException;
import java.util.Map;

/**
 * What became of an insert that did not simply succeed.
 */
sealed interface Verdict {

    /**
     * The position is taken, by this insert whose acknowledgement was lost or by another: no attempt at it can succeed
     * any more.
     *
     * @param tip the end of history as of the commit that has the position
     * @param stored which of our commits are in it, and how they were recorded
     */
    record Taken(Tip tip, Map<Waiting, Commit> stored) implements Verdict {}

    /**
     * Some of our commits can never be stored, because of what history holds before the position.
     *
     * @param reasons at least one
     */
    record Conflicting(Map<Waiting, ConflictException> reasons) implements Verdict {}

    /** The server turned the insert down, and the position is free: this insert stored nothing. */
    record Refused(MongoException reason) implements Verdict {}

    /** The position is still free as far as a majority knows, but the insert may yet arrive there. */
    record Undecided() implements Verdict {}
}
