package org.dialogue.ledger;

/**
 * What one commit may hold. MongoDB refuses documents above 16 MiB; a commit is turned away long before.
 *
 * @param events greatest number of events
 * @param bytes greatest size of the encoded events in bytes; a few hundred more are stored with them
 */
public record CommitLimits(int events, int bytes) {

    /** 4,096 events and 8 MiB. */
    public static final CommitLimits DEFAULT = new CommitLimits(4_096, 8 << 20);

    private static final int MONGODB_DOCUMENT_LIMIT = 16 << 20;

    /**
     * Checks that commits within the limits fit into a document.
     *
     * @throws IllegalArgumentException if a limit is not positive, or lets a document come near 16 MiB
     */
    public CommitLimits {
        if (events < 1 || bytes < 1 || bytes > MONGODB_DOCUMENT_LIMIT * 3 / 4) {
            throw new IllegalArgumentException(
                    "A commit may hold 1 or more events and up to 12 MiB, not %d events and %d bytes"
                            .formatted(events, bytes));
        }
    }

    void checkEvents(int count) {
        if (count > events) {
            throw new CommitTooLargeException("%d events in one commit; the limit is %d".formatted(count, events));
        }
    }

    void checkBytes(long size) {
        if (size > bytes) {
            throw new CommitTooLargeException("%d bytes in one commit; the limit is %d".formatted(size, bytes));
        }
    }
}
