package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;

/**
 * What must be true of any history, however it came about.
 */
public final class HistoryChecks {

    private HistoryChecks() {}

    /** No gap, nothing twice, time never back, and the tree is the tree of the events. */
    public static List<RecordedEvent> wholeHistory(EventLedger ledger) {
        List<RecordedEvent> history = ledger.readAfter(0).toList();
        assertThat(history.stream().map(RecordedEvent::position))
                .isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());

        record Place(String aggregateId, long sequence) {}
        Set<String> ids = new HashSet<>();
        Set<Place> places = new HashSet<>();
        Instant last = Instant.MIN;
        for (RecordedEvent recorded : history) {
            LedgerEvent event = recorded.event();
            assertThat(ids.add(event.id())).as("event %s once", event.id()).isTrue();
            assertThat(places.add(new Place(event.aggregateId(), event.sequence())))
                    .as("%s once in %s", event.sequence(), event.aggregateId())
                    .isTrue();
            assertThat(recorded.recordedAt()).isAfterOrEqualTo(last);
            last = recorded.recordedAt();
        }
        List<byte[]> leaves = history.stream().map(RecordedEvent::leaf).toList();
        assertThat(ledger.readStored(history.size()).map(RecordedEvent::leaf))
                .as("what is stored, which a process that stored it itself need not have read")
                .usingElementComparator(Arrays::compare)
                .isEqualTo(leaves);
        CompactRange tree = CompactRange.empty().append(leaves);
        assertThat(ledger.treeHead()).isEqualTo(new TreeHead(tree.size(), tree.root()));
        return history;
    }

    /** What an append returned is where its events are. */
    public static void holds(List<RecordedEvent> history, Commit commit, List<LedgerEvent> events) {
        List<RecordedEvent> stored = history.subList((int) commit.firstPosition() - 1, (int) commit.lastPosition());
        assertThat(stored).extracting(RecordedEvent::event).isEqualTo(events);
        assertThat(stored).extracting(RecordedEvent::recordedAt).containsOnly(commit.recordedAt());
    }
}
