package org.dialogue.embedded;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * The file-backed backend, with the one thing added that it lacks: no reply leaves before the store holds everything
 * the reply tells about. Left alone, it acknowledges first and writes up to a second later.
 *
 * <p>Two rules keep the file right whenever the process may end:
 *
 * <ul>
 *   <li>A commit never falls into the middle of a write command. A document lives in several maps (its data, one for
 *       each unique index); half of it on disk would be a document that no index finds, or an index entry that forbids
 *       to store it again. So write commands share {@link #writing} and a commit takes {@link #committing}, which
 *       waits for them.
 *   <li>Reads wait as well, for the writes that they may have seen. Otherwise a reader could act on a document that a
 *       crash then takes back.
 * </ul>
 *
 * <p>Commands that wait for each other share commits: whoever gets the lock commits for all that finished before.
 */
final class DurableBackend extends OrderlyBackend {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "aggregate",
            "listcollections",
            "listindexes",
            "listdatabases",
            "ismaster",
            "hello",
            "buildinfo",
            "ping",
            "whatsmyuri",
            "serverstatus",
            "hostinfo",
            "getlog",
            "getlasterror",
            "connectionstatus",
            "dbstats",
            "collstats",
            "validate",
            "endsessions");

    /** Commits leave a file of many chunks with little alive in each; below this share they are rewritten. */
    private static final int LIVE_PERCENT = 60;

    private static final int TIDIED_BYTES = 4 << 20;
    private static final Duration TIDYING_PERIOD = Duration.ofSeconds(2);

    private final MVStore store;
    private final ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(DurableBackend::daemon);
    private final Lock writing;
    private final Lock committing;

    /** Write commands begun so far; each one's number is its ticket. */
    private final AtomicLong begun = new AtomicLong();

    /** All write commands with a ticket up to this one are in the file. */
    private volatile long durable;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
        // Fair, so that a stream of writes cannot keep a commit waiting.
        var gate = new ReentrantReadWriteLock(true);
        this.writing = gate.readLock();
        this.committing = gate.writeLock();
        tidying.scheduleWithFixedDelay(
                this::tidy, TIDYING_PERIOD.toMillis(), TIDYING_PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return durably(isRead(command, query), () -> super.handleCommand(channel, database, command, query));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return durably(true, () -> super.handleQuery(query));
    }

    private <T> T durably(boolean read, Supplier<T> command) {
        return read ? read(command) : write(command);
    }

    private <T> T read(Supplier<T> command) {
        T reply = command.get();
        commitUpTo(begun.get());
        return reply;
    }

    private <T> T write(Supplier<T> command) {
        writing.lock();
        // Drawn behind the gate: a commit must not count a write as done that is still waiting to begin.
        long ticket = begun.incrementAndGet();
        try {
            try {
                return command.get();
            } finally {
                writing.unlock();
            }
        } finally {
            // An error reply tells something too: which part of a bulk write went through.
            commitUpTo(ticket);
        }
    }

    private void commitUpTo(long ticket) {
        if (durable >= ticket) {
            return;
        }
        committing.lock();
        try {
            if (durable < ticket) {
                long all = begun.get();
                store.commit();
                durable = all;
            }
        } finally {
            committing.unlock();
        }
    }

    /** Keeps the file from growing with each commit. It commits too, so it keeps out of write commands' way. */
    private void tidy() {
        committing.lock();
        try {
            if (store.compact(LIVE_PERCENT, TIDIED_BYTES)) {
                store.commit();
            }
        } finally {
            committing.unlock();
        }
    }

    @Override
    public void close() {
        tidying.shutdown();
        committing.lock();
        try {
            super.close();
        } finally {
            committing.unlock();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "embedded-mongo-tidying");
        thread.setDaemon(true);
        return thread;
    }

    /** Unknown commands count as writes, which costs time but never data. */
    private static boolean isRead(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return READS.contains(name) && !(name.equals("aggregate") && writesItsResult(query));
    }

    private static boolean writesItsResult(Document aggregate) {
        return aggregate.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }
}
