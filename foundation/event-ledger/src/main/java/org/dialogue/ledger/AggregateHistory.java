package org.dialogue.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.bson.RawBsonDocument;

/** Reading by aggregate. */
final class AggregateHistory {

    private final CommitCollection commits;

    AggregateHistory(CommitCollection commits) {
        this.commits = commits;
    }

    /** By sequence; so many commits surely hold so many events. */
    List<RecordedEvent> from(String aggregateId, long sequence, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        commits.ofAggregate(aggregateId, sequence, limit, commit -> events.addAll(eventsOf(commit, aggregateId)));
        events.removeIf(recorded -> recorded.event().sequence() < sequence);
        events.sort(Comparator.comparingLong(recorded -> recorded.event().sequence()));
        return List.copyOf(events.subList(0, Math.min(limit, events.size())));
    }

    private static List<RecordedEvent> eventsOf(RawBsonDocument commit, String aggregateId) {
        try {
            return StoredEvents.ofAggregate(commit, aggregateId);
        } catch (MalformedCommitException malformed) {
            throw new BrokenHistoryException(
                    CommitDocument.firstPosition(commit) + malformed.eventsBefore(), malformed);
        }
    }

    OptionalLong lastSequence(String aggregateId) {
        return commits.lastOfAggregate(aggregateId)
                .map(commit -> CommitDocument.lastSequence(commit, aggregateId))
                .orElseGet(OptionalLong::empty);
    }
}
