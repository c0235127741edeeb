package org.dialogue.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reading by position and by aggregate, and what is known of the end of history.
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
    private volatile LedgerHead known = LedgerHead.OF_NOTHING;

    History(CommitCollection commits, int batchSize) {
        this.commits = commits;
        this.confirmed = commits.confirmed();
        this.batchSize = batchSize;
        commits.lastHead().ifPresent(this::learn);
    }

    /** The newest commit this process has seen. */
    LedgerHead known() {
        return known;
    }

    synchronized void learn(LedgerHead head) {
        if (head.lastPosition() > known.lastPosition()) {
            known = head;
        }
    }

    /** The newest commit there is. */
    LedgerHead newest() {
        for (int step = 0; step < STEPS_BEFORE_JUMPING; step++) {
            var next = commits.headAt(known.lastPosition() + 1);
            if (next.isEmpty()) {
                return known;
            }
            learn(next.get());
        }
        commits.lastHead().ifPresent(this::learn);
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
        var reached = commits.firstHeadReaching(Milliseconds.of(timestamp));
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
        return commits.lastHeadRecordedBy(Milliseconds.of(moment))
                .map(LedgerHead::lastPosition)
                .orElse(0L);
    }

    /** Exactly as they are stored, up to a position that is known to be there. */
    Stream<RecordedEvent> stored(long last) {
        EventsInOrder events = new EventsInOrder(this, commits.stored(), 1, known, batchSize, 0);
        return StreamSupport.stream(events, false).onClose(events::close).limit(last);
    }

    /** By sequence; so many commits surely hold so many events. */
    List<RecordedEvent> ofAggregate(String aggregateId, long sequence, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        commits.ofAggregate(
                aggregateId, sequence, limit, commit -> events.addAll(StoredEvents.ofAggregate(commit, aggregateId)));
        events.removeIf(recorded -> recorded.event().sequence() < sequence);
        events.sort(Comparator.comparingLong(recorded -> recorded.event().sequence()));
        return List.copyOf(events.subList(0, Math.min(limit, events.size())));
    }

    private EventsInOrder open(long position, int batchSize) {
        if (position < 0) {
            throw new IllegalArgumentException("Positions are not negative: " + position);
        }
        // There is nothing behind the greatest position, nor at it. What is known is given at once; news is looked for
        // behind it.
        long next = position == Long.MAX_VALUE ? position : position + 1;
        return new EventsInOrder(this, confirmed, next, known, batchSize, EventsInOrder.NEAR);
    }
}
