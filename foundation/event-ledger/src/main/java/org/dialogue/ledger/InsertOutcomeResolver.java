package org.dialogue.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.UniquenessCheck.AggregateSequence;

/**
 * Finds out what became of a failed insert by reading again. An error is never taken at its word: the reply to a stored
 * commit may be lost, and a duplicate key may be our own.
 */
final class InsertOutcomeResolver {

    private final CommitCollection commits;

    /** What became of an insert that did not simply succeed. */
    sealed interface InsertOutcome {

        /**
         * The position is taken, by this insert whose acknowledgement was lost or by another: no attempt at it can succeed
         * any more.
         *
         * @param head the end of history as of the commit that has the position
         * @param stored which of our commits are in it, and how they were recorded
         */
        record Taken(LedgerHead head, Map<PendingCommit, Commit> stored) implements InsertOutcome {}

        /**
         * Some of our commits can never be stored, because of what history holds before the position.
         *
         * @param reasons at least one
         */
        record Conflicting(Map<PendingCommit, ConflictException> reasons) implements InsertOutcome {}

        /** The server turned the insert down, and the position is free: this insert stored nothing. */
        record Refused(MongoException reason) implements InsertOutcome {}

        /** The position is still free as far as a majority knows, but the insert may yet arrive there. */
        record Undecided() implements InsertOutcome {}
    }

    InsertOutcomeResolver(CommitCollection commits) {
        this.commits = commits;
    }

    /**
     * @param position the position the commits were inserted at
     * @param members the commits, in order
     * @param failure what the driver threw
     */
    InsertOutcome resolve(long position, List<PendingCommit> members, MongoException failure) {
        try {
            return readAgain(position, members, failure);
        } catch (MongoException unreachable) {
            failure.addSuppressed(unreachable);
            return new InsertOutcome.Undecided();
        }
    }

    private InsertOutcome readAgain(long position, List<PendingCommit> members, MongoException failure) {
        Optional<RawBsonDocument> holder = Uninterruptibly.get(() -> commits.commitAt(position));
        if (holder.isPresent()) {
            return taken(holder.get(), members);
        }
        if (isDuplicateKey(failure)) {
            Map<PendingCommit, ConflictException> conflicts = conflictsBefore(position, members);
            // Else a key that no majority has confirmed yet is in the way. It will be confirmed, or rolled back.
            return conflicts.isEmpty() ? new InsertOutcome.Undecided() : new InsertOutcome.Conflicting(conflicts);
        }
        return provesNothingStored(failure) ? new InsertOutcome.Refused(failure) : new InsertOutcome.Undecided();
    }

    /** An attempt may have arrived that held fewer or other commits, so each is looked for by itself. */
    private static InsertOutcome taken(RawBsonDocument holder, List<PendingCommit> members) {
        LedgerHead head = CommitDocument.head(holder);
        List<RecordedEvent> held = StoredEvents.all(holder);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < held.size(); i++) {
            places.put(held.get(i).event().id(), i);
        }
        Map<PendingCommit, Commit> stored = new HashMap<>();
        for (PendingCommit member : members) {
            List<PreparedEvent> events = member.events();
            Integer start = places.get(events.get(0).event().id());
            if (start != null
                    && start + events.size() <= held.size()
                    && member.isStoredAs(held.subList(start, start + events.size()))) {
                stored.put(member, head.commit().part(head.firstPosition() + start, events.size()));
            }
        }
        return new InsertOutcome.Taken(head, stored);
    }

    /**
     * What stands at the position or after it is left out: it may be an attempt of our own that has just arrived, which
     * looking at the position again will show.
     */
    private Map<PendingCommit, ConflictException> conflictsBefore(long position, List<PendingCommit> members) {
        List<LedgerEvent> events = members.stream()
                .flatMap(member -> member.events().stream())
                .map(PreparedEvent::event)
                .toList();
        Set<String> ids = events.stream().map(LedgerEvent::id).collect(Collectors.toSet());
        Set<String> takenIds = Uninterruptibly.get(() -> commits.idsBefore(position, ids));
        Set<AggregateSequence> takenSequences =
                Uninterruptibly.get(() -> commits.neighboursBefore(position, events)).stream()
                        .map(AggregateSequence::of)
                        .collect(Collectors.toSet());
        Map<PendingCommit, ConflictException> conflicts = new HashMap<>();
        for (PendingCommit member : members) {
            conflict(member, takenIds, takenSequences).ifPresent(reason -> conflicts.put(member, reason));
        }
        return conflicts;
    }

    private static Optional<ConflictException> conflict(
            PendingCommit commit, Set<String> ids, Set<AggregateSequence> sequences) {
        for (PreparedEvent prepared : commit.events()) {
            LedgerEvent event = prepared.event();
            if (ids.contains(event.id())) {
                return Optional.of(new DuplicateEventException(event.id()));
            }
            if (sequences.contains(AggregateSequence.of(event))) {
                return Optional.of(new SequenceConflictException(event));
            }
        }
        return Optional.empty();
    }

    private static boolean isDuplicateKey(MongoException failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** The server answered, and its answer was a refusal; or the driver could not even say hello. */
    private static boolean provesNothingStored(MongoException failure) {
        if (failure instanceof MongoNotPrimaryException || failure instanceof MongoNodeIsRecoveringException) {
            return false;
        }
        return failure instanceof MongoWriteException
                || failure instanceof MongoSecurityException
                || (failure instanceof MongoCommandException && !failure.hasErrorLabel("RetryableWriteError"));
    }
}
