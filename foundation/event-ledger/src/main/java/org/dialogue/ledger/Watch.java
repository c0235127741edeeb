package org.dialogue.ledger;

import com.mongodb.MongoClientException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings when somebody has appended, in whatever process. Where the server has change streams it tells us; else we ask it
 * again and again. Either way the bell says only that there may be news: reading is by position, so nothing depends on
 * what a stream delivers.
 */
final class Watch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    /** How long a server that has change streams is polled before it is asked for one again. */
    static final Duration RETRY = Duration.ofSeconds(5);

    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final String name;
    private final CommitChanges changes;
    private final History history;
    private final Runnable bell;
    private final Duration pollInterval;
    private final Duration retry;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private long heard;
    private boolean troubled;

    /**
     * @param name of what is watched
     * @param pollInterval how often the server is asked while it does not tell
     * @param retry how long a server that has change streams is polled before it is asked for one again
     */
    Watch(String name, CommitChanges changes, History history, Runnable bell, Duration pollInterval, Duration retry) {
        this.name = name;
        this.changes = changes;
        this.history = history;
        this.bell = bell;
        this.pollInterval = pollInterval;
        this.retry = retry;
    }

    /** Does nothing if it has been started, or closed. */
    synchronized void start() {
        if (thread == null && !isClosed()) {
            heard = history.known().lastPosition();
            Thread watching = new Thread(this::run, "ledger-watch-" + name);
            watching.setDaemon(true);
            watching.start();
            thread = watching;
        }
    }

    boolean isStarted() {
        return thread != null && !isClosed();
    }

    private void run() {
        try {
            while (!isClosed()) {
                try {
                    if (changes.areTold()) {
                        listen();
                    } else {
                        log.info(
                                "No change streams on this server; looking for the appends of others every {}",
                                pollInterval);
                        poll(FOREVER);
                    }
                } catch (RuntimeException unavailable) {
                    // Once closed, the client may be closed under our feet, which it reports in many ways.
                    if (!isClosed()) {
                        report(unavailable);
                        poll(retry);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> stream = changes.open()) {
            troubled = false;
            // For what was appended before the stream began.
            history.newest();
            bell.run();
            while (!isClosed()) {
                if (stream.tryNext() != null) {
                    while (stream.available() > 0) {
                        stream.next();
                    }
                    history.newest();
                    bell.run();
                } else if (stream.getServerCursor() == null) {
                    // To ask on would go round in circles: an ended stream answers at once.
                    throw new MongoClientException("The server ended the change stream of " + name
                            + ", as it does when the collection is dropped or renamed");
                }
            }
        }
    }

    /** Tells of a trouble once, however often it is met; the right to read changes may be missing for good. */
    private void report(RuntimeException unavailable) {
        if (troubled) {
            log.debug("Still no change stream", unavailable);
        } else {
            log.warn("No change stream; looking for the appends of others every {}", pollInterval, unavailable);
        }
        troubled = true;
    }

    private void poll(Duration patience) throws InterruptedException {
        long started = System.nanoTime();
        for (long left = patience.toNanos(); left > 0; left = patience.toNanos() - (System.nanoTime() - started)) {
            if (closed.await(Math.min(pollInterval.toNanos(), left), TimeUnit.NANOSECONDS)) {
                return;
            }
            try {
                long newest = history.newest().lastPosition();
                if (newest > heard) {
                    heard = newest;
                    bell.run();
                }
            } catch (RuntimeException unreachable) {
                // Readers meet the same trouble, and report it where it matters.
                log.debug("Could not look for appends of other processes", unreachable);
            }
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
