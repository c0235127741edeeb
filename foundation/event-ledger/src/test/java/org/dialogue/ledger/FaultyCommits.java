package org.dialogue.ledger;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bson.RawBsonDocument;

/**
 * A collection behind a network that loses requests and replies, and delivers some requests late.
 */
class FaultyCommits extends CommitCollection {

    /** What happens to an insert. */
    enum Fault {
        NONE,
        /** The request never arrives. */
        REQUEST_LOST,
        /** The request is carried out, but the sender is not told. */
        REPLY_LOST,
        /** As if lost, but the request arrives after the sender has asked and before its next attempt. */
        REQUEST_LATE,
        /** No question is answered either. */
        UNREACHABLE
    }

    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<RawBsonDocument> late = new ArrayDeque<>();
    private boolean unreachable;
    private int inserts;

    FaultyCommits(MongoDatabase database, String name) {
        super(database, name);
    }

    void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    int inserts() {
        return inserts;
    }

    Fault nextFault() {
        Fault fault = faults.poll();
        return fault == null ? Fault.NONE : fault;
    }

    void insertWithoutFault(RawBsonDocument commit) {
        inserts++;
        super.insert(commit);
    }

    @Override
    void insert(RawBsonDocument commit) {
        inserts++;
        deliverLateRequests();
        Fault fault = nextFault();
        unreachable = fault == Fault.UNREACHABLE;
        switch (fault) {
            case NONE -> super.insert(commit);
            case REPLY_LOST -> {
                super.insert(commit);
                throw cut();
            }
            case REQUEST_LATE -> {
                late.add(commit);
                throw cut();
            }
            case REQUEST_LOST, UNREACHABLE -> throw cut();
        }
    }

    @Override
    Optional<RawBsonDocument> commitAt(long firstPosition) {
        if (unreachable) {
            throw cut();
        }
        return super.commitAt(firstPosition);
    }

    void deliverLateRequests() {
        while (!late.isEmpty()) {
            try {
                super.insert(late.poll());
            } catch (MongoWriteException refused) {
                // Nobody waits for this answer any more: another commit has the position.
                continue;
            }
        }
    }

    private static MongoException cut() {
        return new MongoSocketReadException("The connection was cut", new ServerAddress());
    }
}
