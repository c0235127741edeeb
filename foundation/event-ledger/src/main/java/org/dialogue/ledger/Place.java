package org.dialogue.ledger;

/**
 * A place in an aggregate, which one event at most can have.
 */
record Place(String aggregateId, long sequence) {

    static Place of(LedgerEvent event) {
        return new Place(event.aggregateId(), event.sequence());
    }
}
