package org.dialogue.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one commit may hold. MongoDB refuses documents above 16 MiB; a commit is turned away long before.
 *
 * @param events greatest number of events
 * @param bytes greatest size of the stored document in bytes, as estimated from above
 */
public record CommitLimits(int events, int bytes) {

    /** 4,096 events and 8 MiB. */
    public static final CommitLimits DEFAULT = new CommitLimits(4_096, 8 << 20);

    private static final int MONGODB_DOCUMENT_LIMIT = 16 << 20;

    /** Field names, types and lengths of one event, and room for its origin. */
    private static final int OVERHEAD_PER_EVENT = 320;

    /** A UTF-16 unit takes at most three bytes in UTF-8. */
    private static final int UTF8_BYTES_PER_CHAR = 3;

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

    void check(List<LedgerEvent> commit) {
        if (commit.size() > events) {
            throw new CommitTooLargeException(
                    "%d events in one commit; the limit is %d".formatted(commit.size(), events));
        }
        long size = commit.stream().mapToLong(CommitLimits::size).sum();
        if (size > bytes) {
            throw new CommitTooLargeException("About %d bytes in one commit; the limit is %d".formatted(size, bytes));
        }
    }

    private static long size(LedgerEvent event) {
        return OVERHEAD_PER_EVENT
                + text(event.id())
                + text(event.name())
                + text(event.revision())
                + text(event.aggregateType())
                + text(event.aggregateId())
                + event.payload().length
                + (long) event.metadata().length
                + (event.origin() == null ? 0 : text(event.origin().source()));
    }

    private static long text(String value) {
        return value.length() < 64
                ? (long) value.length() * UTF8_BYTES_PER_CHAR
                : value.getBytes(StandardCharsets.UTF_8).length;
    }
}
