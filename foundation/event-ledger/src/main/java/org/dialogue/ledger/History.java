package org.dialogue.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reading by position, and what is known of the end of history.
 *
 * <p>The newest commit seen by this process is remembered. To look for news is to ask for the one document that would
 * come next: cheap on every server, and true without a counter, because no position is ever left out.
 */
final class History {

    /** A process that fell far behind jumps to the end instead of walking there. */
    private static final int STEPS_BEFORE_JUMPING = 16;

    private final CommitCollection commits;
    private final ConfirmedCommits confirmed;
    private final int batchSize;
    private volatile Tip known = Tip.OF_NOTHING;

    History(CommitCollection commits, int batchSize) {
        this.commits = commits;
        this.confirmed = commits.confirmed();
        this.batchSize = batchSize;
        commits.lastTip().ifPresent(this::learn);
    }

    /** The newest commit this process has seen. */
    Tip known() {
        return known;
    }

    synchronized void learn(Tip tip) {
        if (tip.lastPosition() > known.lastPosition()) {
            known = tip;
        }
    }

    /** The newest commit there is. */
    Tip newest() {
        for (int step = 0; step < STEPS_BEFORE_JUMPING; step++) {
            var next = commits.tipAt(known.lastPosition() + 1);
            if (next.isEmpty()) {
                return known;
            }
            learn(next.get());
        }
        commits.lastTip().ifPresent(this::learn);
        return known;
    }

    Stream<RecordedEvent> after(long position) {
        EventsInOrder events = open(position, batchSize);
        return StreamSupport.stream(events, false).onClose(events::close);
    }

    List<RecordedEvent> after(long position, int limit) {
        List<RecordedEvent> page = new ArrayList<>();
        try (EventsInOrder events = open(position, Math.min(limit, batchSize))) {
            while (page.size() < limit && events.tryAdvance(page::add)) {
                // until there are enough
            }
        }
        return page;
    }

    long before(Instant timestamp) {
        var reached = commits.firstTipReaching(Milliseconds.of(timestamp));
        if (reached.isEmpty()) {
            return newest().lastPosition();
        }
        // Documents know their newest timestamp to the millisecond only: the exact event is here or soon after.
        try (Stream<RecordedEvent> events = after(reached.get().firstPosition() - 1)) {
            return events.filter(event -> !event.event().timestamp().isBefore(timestamp))
                    .findFirst()
                    .map(event -> event.position() - 1)
                    .orElseGet(() -> newest().lastPosition());
        }
    }

    /** The position up to which events had been recorded by a moment, inclusive. */
    long asOf(Instant moment) {
        return commits.lastTipRecordedBy(Milliseconds.of(moment))
                .map(Tip::lastPosition)
                .orElse(0L);
    }

    private EventsInOrder open(long position, int batchSize) {
        if (position < 0) {
            throw new IllegalArgumentException("Positions are not negative: " + position);
        }
        // There is nothing behind the greatest position, nor at it. What is known is given at once; news is looked for
        // behind it.
        long next = position == Long.MAX_VALUE ? position : position + 1;
        return new EventsInOrder(this, confirmed, next, known, batchSize);
    }
}
