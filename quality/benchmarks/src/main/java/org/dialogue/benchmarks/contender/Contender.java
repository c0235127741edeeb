package org.dialogue.benchmarks.contender;

import com.mongodb.client.MongoDatabase;
import java.util.function.Function;

/**
 * A way of storing events.
 *
 * @param name what tables call it
 * @param opening makes its collections and indexes in a database where they are missing. The database's client asks
 *     for majority write and read concern
 */
public record Contender<S extends Store>(String name, Function<MongoDatabase, S> opening) {

    /** Writes what competes for single events with the raw driver: the same three unique indexes. */
    public static final Contender<Store> RAW =
            new Contender<>("raw driver, document per event", database -> new RawStore(database, true));

    /** What inserts cost without the indexes that keep a history right. */
    public static final Contender<Store> RAW_UNINDEXED =
            new Contender<>("raw driver, `_id` index only", database -> new RawStore(database, false));

    /** axon-mongo with its default strategy. */
    public static final Contender<AxonStore> AXON_PER_EVENT =
            new Contender<>("axon-mongo, document per event", AxonMongoStore::documentPerEvent);

    /** axon-mongo with its other strategy. */
    public static final Contender<AxonStore> AXON_PER_COMMIT =
            new Contender<>("axon-mongo, document per commit", AxonMongoStore::documentPerCommit);

    /** The ledger through its Axon engine, as it comes. */
    public static final Contender<AxonStore> LEDGER = new Contender<>("ledger", LedgerStore::new);

    /** Opens the contender's collections in a database. */
    public S open(MongoDatabase database) {
        return opening.apply(database);
    }
}
