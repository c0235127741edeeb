package org.dialogue.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who count appends. With none, nothing is measured. */
final class AppendObservers {

    private static final Logger log = LoggerFactory.getLogger(AppendObservers.class);

    private final List<AppendObserver> observers = new CopyOnWriteArrayList<>();

    EventLedger.Subscription add(AppendObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /** Makes an append, and tells of it. */
    Commit observe(Supplier<Commit> append) {
        if (observers.isEmpty()) {
            return append.get();
        }
        long started = System.nanoTime();
        try {
            Commit commit = append.get();
            appended(started, null);
            return commit;
        } catch (RuntimeException | Error failure) {
            appended(started, failure);
            throw failure;
        }
    }

    void grouped(int commits, int events) {
        tell(observer -> observer.grouped(commits, events));
    }

    private void appended(long started, @Nullable Throwable failure) {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        tell(observer -> observer.appended(took, failure));
    }

    private void tell(Consumer<AppendObserver> what) {
        for (AppendObserver observer : observers) {
            try {
                what.accept(observer);
            } catch (RuntimeException | Error e) {
                // What is recorded is recorded, counted or not.
                log.error("An observer of appends failed", e);
            }
        }
    }
}
