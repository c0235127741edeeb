package org.dialogue.reports.folds.timeline;

import java.time.Instant;
import java.util.Comparator;

/**
 * The order of a timeline: by when the services recorded an event, whatever the order in which it became known here.
 *
 * @param recordedAt when the source recorded it
 * @param source the service; decides between events of the same moment
 * @param position its place in the source's ledger
 */
public record RecordedOrder(Instant recordedAt, String source, long position) implements Comparable<RecordedOrder> {

    private static final Comparator<RecordedOrder> ORDER = Comparator.comparing(RecordedOrder::recordedAt)
            .thenComparing(RecordedOrder::source)
            .thenComparingLong(RecordedOrder::position);

    @Override
    public int compareTo(RecordedOrder other) {
        return ORDER.compare(this, other);
    }
}
