package org.dialogue.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dialogue.ledger.EventLedger.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to know when there may be news, and those who measure appends. None of them can break an append: what is
 * recorded is recorded, and to throw would deny it and leave the next writer waiting for the lead.
 */
final class AppendListeners {

    private static final Logger log = LoggerFactory.getLogger(AppendListeners.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<AppendObserver> observers = new CopyOnWriteArrayList<>();

    Subscription add(Runnable listener) {
        // Wrapped, so that one listener may be added twice and each subscription ends its own.
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    Subscription add(AppendObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /** Tells that there may be news. */
    void wake() {
        tell(listeners, Runnable::run);
    }

    void grouped(int commits, int events) {
        tell(observers, observer -> observer.grouped(commits, events));
    }

    /** Makes an append, and measures it if somebody wants to know. */
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

    private void appended(long started, @Nullable Throwable failure) {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        tell(observers, observer -> observer.appended(took, failure));
    }

    private static <T> void tell(List<T> whom, Consumer<T> what) {
        for (T one : whom) {
            try {
                what.accept(one);
            } catch (RuntimeException | Error e) {
                log.error("A listener to appends failed", e);
            }
        }
    }
}
