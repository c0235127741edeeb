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
     * @param position the position the commits were inserted at
     * @param members the commits, in order
     * @param failure what the driver threw
     */
    Verdict judge(long position, List<Waiting> members, MongoException failure) {
        try {
            return readAgain(position, members, failure);
        } catch (MongoException unreachable) {
            failure.addSuppressed(unreachable);
            return new Verdict.Undecided();
        }
    }

    private Verdict readAgain(long position, List<Waiting> members, MongoException failure) {
        Optional<RawBsonDocument> holder = Undisturbed.get(() -> commits.commitAt(position));
        if (holder.isPresent()) {
            return taken(holder.get(), members);
        }
        if (isDuplicateKey(failure)) {
            Map<Waiting, ConflictException> conflicts = conflictsBefore(position, members);
            // Else a key that no majority has confirmed yet is in the way. It will be confirmed, or rolled back.
            return conflicts.isEmpty() ? new Verdict.Undecided() : new Verdict.Conflicting(conflicts);
        }
        return provesNothingStored(failure) ? new Verdict.Refused(failure) : new Verdict.Undecided();
    }

    /** An attempt may have arrived that held fewer or other commits, so each is looked for by itself. */
    private static Verdict taken(RawBsonDocument holder, List<Waiting> members) {
        Tip tip = CommitDocument.tip(holder);
        List<RecordedEvent> held = CommitDocument.events(holder);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < held.size(); i++) {
            places.put(held.get(i).event().id(), i);
        }
        Map<Waiting, Commit> stored = new HashMap<>();
        for (Waiting member : members) {
            List<PreparedEvent> events = member.commit().events();
            Integer start = places.get(events.get(0).event().id());
            if (start != null
                    && start + events.size() <= held.size()
                    && member.commit().isStoredAs(held.subList(start, start + events.size()))) {
                stored.put(member, tip.commit().part(tip.firstPosition() + start, events.size()));
            }
        }
        return new Verdict.Taken(tip, stored);
    }

    /**
     * What stands at the position or after it is left out: it may be an attempt of our own that has just arrived, which
     * looking at the position again will show.
     */
    private Map<Waiting, ConflictException> conflictsBefore(long position, List<Waiting> members) {
        List<LedgerEvent> events = members.stream()
                .flatMap(member -> member.commit().events().stream())
                .map(PreparedEvent::event)
                .toList();
        Set<String> ids = events.stream().map(LedgerEvent::id).collect(Collectors.toSet());
        Set<String> takenIds = Undisturbed.get(() -> commits.idsBefore(position, ids));
        Set<Place> takenPlaces = Undisturbed.get(() -> commits.neighboursBefore(position, events)).stream()
                .map(Place::of)
                .collect(Collectors.toSet());
        Map<Waiting, ConflictException> conflicts = new HashMap<>();
        for (Waiting member : members) {
            conflict(member.commit(), takenIds, takenPlaces).ifPresent(reason -> conflicts.put(member, reason));
        }
        return conflicts;
    }

    private static Optional<ConflictException> conflict(PreparedCommit commit, Set<String> ids, Set<Place> places) {
        for (PreparedEvent prepared : commit.events()) {
            LedgerEvent event = prepared.event();
            if (ids.contains(event.id())) {
                return Optional.of(new DuplicateEventException(event.id()));
            }
            if (places.contains(Place.of(event))) {
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
