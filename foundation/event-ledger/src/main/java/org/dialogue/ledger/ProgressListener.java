package org.dialogue.ledger;

/**
 * Is told how far a long piece of work over all of history has come. It is called often, in the working thread, and
 * should return at once; what it throws ends the work.
 */
@FunctionalInterface
public interface ProgressListener {

    /** For those who do not watch. */
    ProgressListener NONE = (position, last) -> {};

    /**
     * @param position the last position done, 0 or more
     * @param last the last position there is to do
     */
    void reached(long position, long last);
}
