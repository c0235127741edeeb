package org.dialogue.ledger;

/**
 * The aggregate has an event with the same sequence already: somebody else was faster. Nothing of the commit was stored.
 */
public final class SequenceConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    SequenceConflictException(LedgerEvent event) {
        super(
                "Aggregate %s has an event with sequence %d already".formatted(event.aggregateId(), event.sequence()),
                event.id());
    }
}
