package org.dialogue.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of a failed insert by reading again. An error is never taken at its word: the reply to a stored
 * commit may be lost, and a duplicate key may be our own.
 */
final class Judge {

    private final CommitCollection commits;

    Judge(CommitCollection commits) {
        this.commits = commits;
    }

    /**
     * @param position the position the commit was inserted at
     * @param events its events
     * @param failure what the driver threw
     * @throws ConflictException if the ledger holds one of these events already
     */
    Verdict judge(long position, List<LedgerEvent> events, MongoException failure) {
        try {
            return readAgain(position, events, failure);
        } catch (MongoException unreachable) {
            failure.addSuppressed(unreachable);
            return new Verdict.Undecided();
        }
    }

    private Verdict readAgain(long position, List<LedgerEvent> events, MongoException failure) {
        Optional<List<String>> holder = commits.eventIdsAt(position);
        if (holder.isPresent()) {
            return holder.get().equals(ids(events)) ? stored(position) : new Verdict.Overtaken();
        }
        if (isDuplicateKey(failure)) {
            throwConflict(events);
            // A key that no majority has confirmed yet is in the way. It will be confirmed, or rolled back.
            return new Verdict.Undecided();
        }
        return provesNothingStored(failure) ? new Verdict.Refused(failure) : new Verdict.Undecided();
    }

    /** Uniqueness within one document is not MongoDB's business. */
    static void checkDistinct(List<LedgerEvent> events) {
        record Place(String aggregateId, long sequence) {}
        Set<String> ids = new HashSet<>();
        Set<Place> places = new HashSet<>();
        for (LedgerEvent event : events) {
            if (!ids.add(event.id())) {
                throw new DuplicateEventException(event.id());
            }
            if (!places.add(new Place(event.aggregateId(), event.sequence()))) {
                throw new SequenceConflictException(event);
            }
        }
    }

    private Verdict stored(long position) {
        return commits.tipAt(position).<Verdict>map(Verdict.Stored::new).orElseGet(Verdict.Undecided::new);
    }

    private void throwConflict(List<LedgerEvent> events) {
        Set<String> storedIds = commits.storedIds(new HashSet<>(ids(events)));
        List<LedgerEvent> neighbours = commits.neighbours(events);
        for (LedgerEvent event : events) {
            if (storedIds.contains(event.id())) {
                throw new DuplicateEventException(event.id());
            }
            if (neighbours.stream()
                    .anyMatch(stored -> stored.aggregateId().equals(event.aggregateId())
                            && stored.sequence() == event.sequence())) {
                throw new SequenceConflictException(event);
            }
        }
    }

    private static List<String> ids(List<LedgerEvent> events) {
        return events.stream().map(LedgerEvent::id).toList();
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
