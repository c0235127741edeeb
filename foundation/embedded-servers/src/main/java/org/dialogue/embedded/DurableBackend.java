package org.dialogue.embedded;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The file-backed backend: no reply leaves before the file holds everything the reply tells about.
 *
 * <p>What commands change goes to the {@link Journal}, one record for all that wait at a time: whoever gets the lock writes
 * for all that finished before. Reads wait as well, for the writes that they may have seen. Otherwise a reader could act on
 * a document that a crash then takes back.
 *
 * <p>The store itself is written when the journal is full, when collections or indexes change, and after a while. That never
 * falls into the middle of a write command: a document lives in several maps (its data, one for each index); half of it on
 * disk would be a document that no index finds, or an index entry that forbids to store it again. So write commands share
 * {@link #writing} and the store is written under {@link #storing}, which waits for them.
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
    private final Journal journal;
    private final Noting noting;
    private final boolean forced;
    private final ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(DurableBackend::daemon);

    /** Held by whoever writes the journal, or the store. */
    private final Lock recording = new ReentrantLock();

    private final Lock writing;
    private final Lock storing;

    /** The changes up to this one are in the file. */
    private volatile long durable;

    /** Whether the store was written since it was tidied. */
    private boolean untidy;

    /** Why nothing can be acknowledged any more: what was to be written is gone, and what follows may rest on it. */
    private volatile @Nullable RuntimeException failure;

    /**
     * Opens the store with what its journal has beyond it.
     *
     * @param forced whether what is acknowledged is to survive the end of the machine too
     */
    DurableBackend(MVStore store, Journal journal, boolean forced) {
        this(store, journal, new Noting(journal), forced);
    }

    private DurableBackend(MVStore store, Journal journal, Noting noting, boolean forced) {
        super(store, noting);
        this.store = store;
        this.journal = journal;
        this.noting = noting;
        this.forced = forced;
        // Fair, so that a stream of writes cannot keep the store waiting.
        var gate = new ReentrantReadWriteLock(true);
        this.writing = gate.readLock();
        this.storing = gate.writeLock();
        journal.read(store.getStoreVersion(), this::restore);
        store();
        tidying.scheduleWithFixedDelay(
                this::tidy, TIDYING_PERIOD.toMillis(), TIDYING_PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What became of collections that are gone, or never were acknowledged, is nobody's business any more. */
    private void restore(String namespace, String position, @Nullable StoredDocument document) {
        String database = Utils.getDatabaseNameFromFullName(namespace);
        if (listDatabaseNames().contains(database)
                && resolveDatabase(database).resolveCollection(Utils.getCollectionNameFromFullName(namespace), false)
                        instanceof StoreCollection collection) {
            collection.restore(position, document);
        }
    }

    /** Takes down for the journal what commands change. */
    private record Noting(Journal journal, AtomicBoolean existenceChanged) implements StoreChanges {

        Noting(Journal journal) {
            this(journal, new AtomicBoolean());
        }

        @Override
        public void changed(StoreCollection collection, String position, @Nullable StoredDocument document) {
            // What the library keeps there changes only with what exists, and then the store is written.
            if (!collection.getCollectionName().startsWith("system.")) {
                journal.changed(collection.getFullName().getBytes(StandardCharsets.UTF_8), position, document);
            }
        }

        @Override
        public void existence() {
            existenceChanged.set(true);
        }
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
        record(journal.changes());
        return reply;
    }

    private <T> T write(Supplier<T> command) {
        try {
            writing.lock();
            try {
                return command.get();
            } finally {
                writing.unlock();
            }
        } finally {
            // An error reply tells something too: which part of a bulk write went through.
            record(journal.changes());
        }
    }

    /** Sees to it that the changes up to this one are in the file. */
    private void record(long change) {
        if (durable < change || noting.existenceChanged.get()) {
            alone(() -> {
                if (noting.existenceChanged.get() || journal.isFull()) {
                    store();
                } else if (durable < change) {
                    durable = journal.write();
                }
            });
        }
    }

    private void alone(Runnable work) {
        recording.lock();
        try {
            if (failure != null) {
                throw new IllegalStateException("The data cannot be written any more.", failure);
            }
            work.run();
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
            throw e;
        } finally {
            recording.unlock();
        }
    }

    /** Writes the store, with which the journal begins anew. */
    private void store() {
        storing.lock();
        try {
            noting.existenceChanged.set(false);
            int generation = store.getStoreVersion() + 1;
            store.setStoreVersion(generation);
            store.commit();
            if (forced) {
                store.sync();
            }
            journal.begin(generation);
            durable = journal.skip();
            untidy = true;
        } finally {
            storing.unlock();
        }
    }

    /** Keeps the file from growing with each commit, and the journal from waiting for more that does not come. */
    private void tidy() {
        alone(() -> {
            if (!journal.isEmpty()) {
                store();
            }
            if (untidy) {
                compact();
            }
        });
    }

    private void compact() {
        storing.lock();
        try {
            untidy = store.compact(LIVE_PERCENT, TIDIED_BYTES);
        } finally {
            storing.unlock();
        }
    }

    @Override
    public void close() {
        tidying.shutdown();
        try {
            alone(() -> {
                store();
                super.close();
            });
        } finally {
            journal.close();
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
