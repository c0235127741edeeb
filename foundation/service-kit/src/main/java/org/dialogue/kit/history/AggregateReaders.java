package org.dialogue.kit.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.eventhandling.DomainEventMessage;
import org.dialogue.events.Identifier;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads aggregates from their own events: as fresh as the last command, whatever the projections have seen and whichever
 * instance recorded it. Those read last are kept in memory and are told the ledger's news, so that reading one again costs
 * no more than a look at the ledger's end.
 */
public final class AggregateReaders {

    private static final int KEPT = 2_000;
    private static final int BATCH = 1_000;

    private final EventLedger ledger;
    private final LedgerEventReader events;
    private final LedgerTail tail;
    private final Map<String, Kept> aggregates = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    });

    AggregateReaders(EventLedger ledger, LedgerEventReader events, LedgerTail tail) {
        this.ledger = ledger;
        this.events = events;
        this.tail = tail;
        tail.join(this::tell);
    }

    /** What is known of one aggregate: its state after the event of a version, -1 before the first, and what came since. */
    private static final class Kept {

        private final Queue<LedgerEvent> news = new ConcurrentLinkedQueue<>();
        private @Nullable Object state;
        private long version = -1;
        private volatile boolean loaded;

        Kept(boolean loaded) {
            this.loaded = loaded;
        }

        void forget() {
            state = null;
            version = -1;
            loaded = false;
        }
    }

    /**
     * Reads one kind of aggregates.
     *
     * @param <E> the family of events
     * @param <S> what they add up to
     */
    public interface Reader<E, S> {

        /** {@return what the aggregate's events add up to, or empty if there is no such aggregate} */
        Optional<Versioned<S>> read(Identifier id);
    }

    /**
     * Makes the one reader of a kind of aggregates.
     *
     * @param family the events of that kind
     * @param evolver how they add up, to something that never changes
     * @return a reader for any number of threads
     */
    public <E, S> Reader<E, S> of(Class<E> family, Evolver<E, S> evolver) {
        return id -> {
            tail.catchUp();
            Kept kept = aggregates.computeIfAbsent(id.toString(), key -> new Kept(false));
            synchronized (kept) {
                return upToDate(kept, id, family, evolver);
            }
        };
    }

    /** Adds up an aggregate's events, all of them as they are stored now, in any way. */
    public <E, S> Optional<Versioned<S>> addUp(Identifier id, Class<E> family, Evolver<E, S> evolver) {
        return upToDate(new Kept(false), id, family, evolver);
    }

    private <E, S> Optional<Versioned<S>> upToDate(Kept kept, Identifier id, Class<E> family, Evolver<E, S> evolver) {
        boolean whole = false;
        try {
            if (!kept.loaded) {
                load(kept, id, family, evolver);
            }
            for (LedgerEvent event = kept.news.poll(); event != null; event = kept.news.poll()) {
                if (event.sequence() > kept.version + 1) {
                    load(kept, id, family, evolver);
                    if (event.sequence() > kept.version) {
                        throw new IllegalStateException(
                                "event %d of %s is recorded, and cannot be read yet".formatted(event.sequence(), id));
                    }
                }
                take(kept, event, family, evolver);
            }
            whole = true;
        } finally {
            if (!whole) {
                kept.forget();
            }
        }
        @SuppressWarnings("unchecked") // only this reader's evolver makes the states of its kind
        S state = (S) kept.state;
        return state == null ? Optional.empty() : Optional.of(new Versioned<>(state, kept.version));
    }

    private <E, S> void load(Kept kept, Identifier id, Class<E> family, Evolver<E, S> evolver) {
        List<RecordedEvent> batch;
        do {
            batch = ledger.readAggregate(id.toString(), kept.version + 1, BATCH);
            batch.forEach(recorded -> take(kept, recorded.event(), family, evolver));
        } while (batch.size() == BATCH);
        kept.loaded = true;
    }

    @SuppressWarnings("unchecked") // only this reader's evolver makes the states of its kind
    private <E, S> void take(Kept kept, LedgerEvent event, Class<E> family, Evolver<E, S> evolver) {
        if (event.sequence() <= kept.version) {
            return;
        }
        for (DomainEventMessage<?> message : events.read(event)) {
            kept.state = evolver.after((S) kept.state, family.cast(message.getPayload()));
        }
        kept.version = event.sequence();
    }

    /**
     * An aggregate that begins is known from its beginning, and need not be loaded. Of one that has to be loaded, the newest
     * event tells how far that must reach.
     */
    private void tell(RecordedEvent recorded) {
        LedgerEvent event = recorded.event();
        Kept kept = aggregates.computeIfAbsent(event.aggregateId(), key -> new Kept(event.sequence() == 0));
        if (!kept.loaded) {
            kept.news.clear();
        }
        kept.news.add(event);
    }
}
