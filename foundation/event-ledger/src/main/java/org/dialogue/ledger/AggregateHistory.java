package org.dialogue.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
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

    /** @param commit one that holds an event of this id */
    static RecordedEvent eventOf(RawBsonDocument commit, String eventId) {
        return readable(commit, StoredEvents::all).stream()
                .filter(recorded -> recorded.event().id().equals(eventId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The commit found holds no event " + eventId));
    }

    private static List<RecordedEvent> eventsOf(RawBsonDocument commit, String aggregateId) {
        return readable(commit, document -> StoredEvents.ofAggregate(document, aggregateId));
    }

    private static List<RecordedEvent> readable(
            RawBsonDocument commit, Function<RawBsonDocument, List<RecordedEvent>> reader) {
        try {
            return reader.apply(commit);
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
