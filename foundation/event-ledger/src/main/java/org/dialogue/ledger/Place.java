package org.dialogue.ledger;

/**
 * A place in an aggregate, which one event at most can have.
 */
record Place(String aggregateId, long sequence) {}
