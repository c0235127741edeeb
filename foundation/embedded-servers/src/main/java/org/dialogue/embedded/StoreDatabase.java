package org.dialogue.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/** A database in the store: a map for the documents of each collection, and one for each index. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<String> {

    static final String DOCUMENTS = "documents.";
    static final String INDEX = "index.";

    /** What a real server replies at first to those who do not say how much they want. */
    private static final int FIRST_BATCH = 101;

    private final MVStore store;
    private final StoreChanges changes;

    StoreDatabase(String name, MVStore store, CursorRegistry cursors, StoreChanges changes) {
        super(name, cursors);
        this.store = store;
        this.changes = changes;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equalsIgnoreCase("find")) {
            if (!Boolean.TRUE.equals(query.get("singleBatch"))) {
                query.putIfAbsent("batchSize", FIRST_BATCH);
            }
            if (resolveCollection(String.valueOf(query.get(command)), false) instanceof StoreCollection collection) {
                return collection.replying(() -> super.handleCommand(channel, command, query, databases, oplog));
            }
        }
        if (command.equalsIgnoreCase("aggregate")
                && query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.get(0) instanceof Document stage
                && stage.get("$match") instanceof Document match
                && resolveCollection(String.valueOf(query.get(command)), false) instanceof StoreCollection collection) {
            return collection.matching(match, () -> super.handleCommand(channel, command, query, databases, oplog));
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    @Override
    protected MongoCollection<String> openOrCreateCollection(String name, CollectionOptions options) {
        String namespace = getFullCollectionNamespace(name);
        changesUnlessThere(DOCUMENTS + namespace);
        return new StoreCollection(this, name, options, cursorRegistry, documents(store, namespace), changes);
    }

    private void changesUnlessThere(String map) {
        if (!store.hasMap(map)) {
            changes.existence();
        }
    }

    static MVMap<String, StoredDocument> documents(MVStore store, String namespace) {
        return store.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<String, StoredDocument>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StoredDocument.TYPE));
    }

    @Override
    protected Index<String> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return name.equals("_id_") ? collection(collection).ids() : index(collection, name, keys, true, sparse);
    }

    @Override
    protected Index<String> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return index(collection, name, keys, false, sparse);
    }

    private Index<String> index(String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        String mapName = mapOf(getFullCollectionNamespace(collection), name);
        changesUnlessThere(mapName);
        MVMap<String, String> map = store.openMap(
                mapName,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
        return new OrderedIndex(name, keys, unique, sparse, map);
    }

    /** The names of collections have no dollar. */
    private static String mapOf(String namespace, String index) {
        return INDEX + namespace + "$" + index;
    }

    private StoreCollection collection(String name) {
        return (StoreCollection) resolveCollection(name, true);
    }

    @Override
    protected void dropIndex(MongoCollection<String> collection, String name) {
        changes.existence();
        super.dropIndex(collection, name);
        String map = mapOf(collection.getFullName(), name);
        if (store.hasMap(map)) {
            store.removeMap(map);
        }
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        changes.existence();
        StoreCollection collection = collection(name);
        super.dropCollection(name, oplog);
        store.removeMap(collection.documents());
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        changes.existence();
        super.moveCollection(from, collection, newName);
        StoreCollection moved = collection(newName);
        store.renameMap(moved.documents(), DOCUMENTS + moved.getFullName());
        for (Index<String> index : moved.getIndexes()) {
            if (index instanceof OrderedIndex ordered) {
                store.renameMap(ordered.map(), mapOf(moved.getFullName(), index.getName()));
            }
        }
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
