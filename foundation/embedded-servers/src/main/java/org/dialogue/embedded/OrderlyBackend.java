package org.dialogue.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * The databases of a store, with changes to what exists (databases, collections, indexes) that no other command falls into,
 * as on a real server. Left alone, a command that comes while a database is dropped makes a new one of what is left of the
 * old, which can never be dropped again; and an insert fails that comes while an index is created.
 */
class OrderlyBackend extends AbstractMongoBackend {

    private static final Set<String> CHANGES_OF_WHAT_EXISTS =
            Set.of("create", "createindexes", "drop", "dropdatabase", "dropindexes", "renamecollection");

    private final MVStore store;
    private final StoreChanges changes;
    private final ReadWriteLock existence = new ReentrantReadWriteLock();

    OrderlyBackend(MVStore store, StoreChanges changes) {
        this.store = store;
        this.changes = changes;
        EarlierFormat.renew(store);
        store.getMapNames().stream()
                .filter(map -> map.startsWith(StoreDatabase.DOCUMENTS))
                .map(map -> Utils.firstFragment(map.substring(StoreDatabase.DOCUMENTS.length())))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, store, getCursorRegistry(), changes);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        ReplyEncoder.use(message.getChannel().pipeline());
        return super.handleMessage(message);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        boolean alone = CHANGES_OF_WHAT_EXISTS.contains(command.toLowerCase(Locale.ROOT));
        return during(
                alone ? existence.writeLock() : existence.readLock(),
                () -> super.handleCommand(channel, database, command, query));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return during(existence.readLock(), () -> super.handleQuery(query));
    }

    private static <T> T during(Lock turn, Supplier<T> command) {
        turn.lock();
        try {
            return command.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
