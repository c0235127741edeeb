package org.dialogue.ledger;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.dialogue.ledger.tree.TreeHead;

/**
 * An append-only ledger of events in one MongoDB collection.
 *
 * <p>Events have positions 1, 2, 3 and so on, without gaps, in one order that all readers see. Position 0 stands for
 * "before the first event". A commit is stored by one insert, confirmed by a majority; when {@link #append} returns, its
 * events are there for good. Any number of instances in any number of processes may share a collection. Instances are
 * safe for use by many threads.
 *
 * <p>Readers may be handed from memory what this instance has just stored. {@link #readStored} and {@link #proofs
 * proofs} always look at what is stored.
 *
 * <p>What the driver throws when the server cannot be reached ({@code MongoException}) passes through every method.
 */
public final class EventLedger implements AutoCloseable {

    private final CommitCollection commits;
    private final History history;
    private final Appender appender;
    private final LedgerProofs proofs;
    private final CommitLimits limits;
    private final AppendListeners listeners = new AppendListeners();
    private final Watch watch;

    private EventLedger(Builder settings, CommitCollection commits) {
        this.commits = commits;
        this.limits = settings.limits;
        commits.createIndexes();
        this.history = new History(commits, settings.batchSize);
        this.proofs = new LedgerProofs(commits, history);
        this.appender = new Appender(
                new GroupCommit(commits, history, settings.clock, settings.writer, settings.patience), listeners);
        this.watch = new Watch(
                commits.name(), commits.changes(), history, listeners::wake, settings.pollInterval, Watch.RETRY);
    }

    /** Opens the ledger in a collection with default settings. See {@link Builder#open()}. */
    public static EventLedger open(MongoDatabase database, String collection) {
        return in(database, collection).open();
    }

    /** Starts to describe the ledger in a collection. */
    public static Builder in(MongoDatabase database, String collection) {
        return new Builder(database, collection);
    }

    /**
     * Records events together, in this order, after all that is recorded: all of them or none.
     *
     * @param events at least one event
     * @return where and when they were recorded
     * @throws DuplicateEventException if the id of one of them is taken
     * @throws SequenceConflictException if the sequence of one of them is taken in its aggregate
     * @throws CommitTooLargeException if they exceed the {@link CommitLimits}
     * @throws UnknownOutcomeException if the server did not say whether they were stored, and could not be asked
     * @throws IllegalArgumentException if there are none
     */
    public Commit append(List<LedgerEvent> events) {
        return appender.append(PendingCommit.of(events, limits));
    }

    /**
     * Position of the newest event, and so the number of events; 0 in an empty ledger. Sees the appends of other
     * processes.
     */
    public long head() {
        return history.newest().lastPosition();
    }

    /**
     * Position of the newest event that this instance has appended or read; 0 if none. Asks nobody, so others may have
     * appended since.
     */
    public long knownHead() {
        return history.known().lastPosition();
    }

    /** The tree over all events at this moment. */
    public TreeHead treeHead() {
        return history.newest().treeHead();
    }

    /** Proofs about this ledger: what it held when, and that it only ever grew. */
    public LedgerProofs proofs() {
        return proofs;
    }

    /**
     * Reads events as they are stored, never from memory, from the first up to a position: for those who export or check
     * them. The stream fetches in batches. Close it if it may not be consumed to its end.
     *
     * @param last the last position to read; 0 for none
     * @return events in order
     * @throws IllegalArgumentException if the ledger does not hold so many
     * @throws BrokenHistoryException from the stream, in place of the first event that is missing or cannot be read
     */
    public Stream<RecordedEvent> readStored(long last) {
        proofs.checkRecorded(last);
        return history.stored(last);
    }

    /**
     * Reads on from a position until there are no more events. No position is ever skipped.
     *
     * <p>The stream fetches in batches while it is consumed, and takes with it what is appended meanwhile. Close it if it
     * may not be consumed to its end.
     *
     * @param position the last position already known to the reader; 0 to read from the first event
     * @return events in order
     * @throws BrokenHistoryException from the stream, in place of the first event that is missing or cannot be read
     */
    public Stream<RecordedEvent> readAfter(long position) {
        return history.after(position);
    }

    /**
     * Reads on from a position, at most so many events. Holds nothing open.
     *
     * <p>What this instance has just appended comes from memory. Unless the limit is reached first, the server is then asked
     * once for what others have appended, so that the answer holds all that was recorded before the call.
     *
     * @param position the last position already known to the reader; 0 to read from the first event
     * @param limit greatest number of events, 1 or more
     * @return events in order; none only at the end of history
     * @throws BrokenHistoryException if one of them is missing or cannot be read
     */
    public List<RecordedEvent> readAfter(long position, int limit) {
        return history.after(position, positive(limit));
    }

    /**
     * Reads on from a position, for whoever follows the end of history and is woken {@link #onAppend}. While anybody is, what
     * others append is looked for by one thread, so that nobody has to ask for each reader whether there is more.
     *
     * @param position the last position already known to the reader; 0 to read from the first event
     * @param limit greatest number of events, 1 or more
     * @return events in order; none if no more are known
     * @throws BrokenHistoryException if one of them is missing or cannot be read
     */
    public List<RecordedEvent> readNewsAfter(long position, int limit) {
        long news = watch.isStarted() ? knownHead() - position : Long.MAX_VALUE;
        return news <= 0 ? List.of() : history.after(position, (int) Math.min(positive(limit), news));
    }

    /** The same, lazily. Close the stream if it may not be consumed to its end. */
    public Stream<RecordedEvent> readNewsAfter(long position) {
        return watch.isStarted()
                ? history.after(position).limit(Math.max(0, knownHead() - position))
                : readAfter(position);
    }

    /**
     * Reads events of one aggregate.
     *
     * @param aggregateId the aggregate
     * @param fromSequence the first sequence wanted
     * @param limit greatest number of events, 1 or more
     * @return events by sequence; fewer than the limit only if there are no more
     * @throws BrokenHistoryException if one of them cannot be read
     */
    public List<RecordedEvent> readAggregate(String aggregateId, long fromSequence, int limit) {
        return history.ofAggregate(aggregateId, fromSequence, positive(limit));
    }

    /**
     * Looks an event up by its id, as a majority has it. One read by index.
     *
     * @return the event, or empty if the ledger does not hold it
     * @throws BrokenHistoryException if the commit that holds it cannot be read
     */
    public Optional<RecordedEvent> find(String eventId) {
        return commits.commitWithEvent(eventId)
                .flatMap(commit -> StoredEvents.all(commit).stream()
                        .filter(recorded -> recorded.event().id().equals(eventId))
                        .findFirst());
    }

    /** Sequence of the newest event of an aggregate; empty if it has none. */
    public OptionalLong lastSequenceOf(String aggregateId) {
        return commits.lastOfAggregate(aggregateId)
                .map(commit -> CommitDocument.lastSequence(commit, aggregateId))
                .orElseGet(OptionalLong::empty);
    }

    /**
     * The position after which a reader meets the first event that happened at a time or later.
     *
     * @param timestamp compared with the events' own timestamps, which need not be in order
     * @return 0 or more; the head if no event is that young
     */
    public long positionBefore(Instant timestamp) {
        return history.before(timestamp);
    }

    /**
     * The position up to which events had been recorded by a moment, inclusive: the ledger as of then.
     *
     * @return 0 if nothing had been recorded
     */
    public long positionAsOf(Instant moment) {
        return history.asOf(moment);
    }

    /**
     * The greatest position that was copied from another ledger.
     *
     * @param source name of that ledger, see {@link Origin#source()}
     * @return empty if nothing was copied from it
     */
    public OptionalLong lastOriginPosition(String source) {
        Long position = history.newest().origins().get(source);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /**
     * Has a listener called when there may be news. It is a bell, not a message: one call may stand for many appends, or
     * for none; it should wake a reader and return.
     *
     * <p>After appends through this instance it rings at once, in a thread that appended. For those of other instances and
     * processes it rings as soon as the server tells, where it has change streams (that is, on a replica set), else
     * within the {@link Builder#pollInterval}; for that, a thread is started with the first listener.
     *
     * @return ends the calls
     */
    public Subscription onAppend(Runnable listener) {
        Subscription subscription = listeners.add(listener);
        watch.start();
        return subscription;
    }

    /**
     * Has an observer told how appends of this instance go.
     *
     * @return ends that
     */
    public Subscription observeAppends(AppendObserver observer) {
        return listeners.add(observer);
    }

    /** Stops watching for appends of others. Reading and appending go on to work; the driver's client is not closed. */
    @Override
    public void close() {
        watch.close();
    }

    /** Writers of this instance that wait for others to insert. */
    int waitingWriters() {
        return appender.waiting();
    }

    private static int positive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of %d reads nothing".formatted(limit));
        }
        return limit;
    }

    /** Ends what began with a subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /** Settings of a ledger. */
    public static final class Builder {

        private static final int DEFAULT_BATCH_SIZE = 4_000;
        private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);
        private static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMillis(100);

        private final MongoDatabase database;
        private final String collection;
        private Clock clock = Clock.systemUTC();
        private String writer = UUID.randomUUID().toString();
        private CommitLimits limits = CommitLimits.DEFAULT;
        private int batchSize = DEFAULT_BATCH_SIZE;
        private Duration patience = DEFAULT_PATIENCE;
        private Duration pollInterval = DEFAULT_POLL_INTERVAL;

        private Builder(MongoDatabase database, String collection) {
            this.database = database;
            this.collection = collection;
        }

        /** Tells when events are recorded. The ledger never goes back in time, even if the clock does. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Name of this process, stored with its commits. A random one by default. */
        public Builder writer(String writer) {
            this.writer = writer;
            return this;
        }

        /** What one commit may hold; {@link CommitLimits#DEFAULT} by default. */
        public Builder limits(CommitLimits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * How many commits a reader fetches at a time at most; 4,000 by default. It fetches fewer if they are large.
         */
        public Builder batchSize(int batchSize) {
            this.batchSize = positive(batchSize);
            return this;
        }

        /**
         * How long an append goes on trying to learn its outcome from a failing server; 10 seconds by default. The
         * driver's own timeouts come on top.
         */
        public Builder patience(Duration patience) {
            this.patience = patience;
            return this;
        }

        /**
         * How often the server is asked for appends of other processes while it offers no change stream; 100
         * milliseconds by default.
         */
        public Builder pollInterval(Duration pollInterval) {
            this.pollInterval = pollInterval;
            return this;
        }

        /** Creates the collection's indexes where they are missing, and finds the end of history. */
        public EventLedger open() {
            return open(new CommitCollection(database, collection));
        }

        /** The same, through a collection that may have its own mind. */
        EventLedger open(CommitCollection commits) {
            return new EventLedger(this, commits);
        }
    }
}
