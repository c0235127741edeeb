package org.dialogue.benchmarks;

import java.util.Locale;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The event stores that compete, each as an Axon user would have it. */
public enum Contender {
    /** The ledger on MongoDB, or on the embedded server. */
    LEDGER(LedgerStore::new),
    /** Axon's JDBC engine on PostgreSQL, in Spring's transactions. */
    POSTGRESQL(PostgresStore::new);

    private final BiFunction<String, String, Store> opening;

    Contender(BiFunction<String, String, Store> opening) {
        this.opening = opening;
    }

    /**
     * Opens a store, and makes it where it is missing.
     *
     * @param uri of the server
     * @param name of a database or schema of its own
     */
    Store open(String uri, String name) {
        return opening.apply(uri, name);
    }

    /** The system property that tells a fork where the contender's server is. */
    String property() {
        return "benchmarks." + name().toLowerCase(Locale.ROOT);
    }

    /** Where events are stored. Safe for use by many threads. */
    interface Store extends AutoCloseable {

        /** Stores one event, and returns when it is there for good. */
        void append(Workload.Event event);

        /** Axon's event store, a new one for each reader that starts with nothing cached. */
        EventStore newEventStore();

        /** Removes what is stored. */
        void drop();

        @Override
        void close();
    }
}
