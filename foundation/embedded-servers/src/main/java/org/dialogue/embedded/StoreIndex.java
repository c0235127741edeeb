package org.dialogue.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * An ordered index, as the {@link QueryPlan} sees it: fields, and a map in the order of their {@link KeyEncoding}. It only
 * narrows: each document that it finds is still put to the matcher, unless the part of the plan says that it matches.
 */
abstract class StoreIndex extends Index<String> {

    private final MVMap<String, ?> map;

    StoreIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<String, ?> map) {
        super(name, keys, sparse);
        this.map = map;
    }

    MVMap<String, ?> map() {
        return map;
    }

    /** Whether a document may have several entries by this field, because it once was, or is within, an array. */
    abstract boolean isMultikey(int field);

    /** Whether there is a document by which the order of entries and that of a sort may differ. */
    final boolean hasIrregular() {
        String first = map.ceilingKey(IRREGULAR);
        return first != null && first.compareTo(KeyEncoding.LOWEST) < 0;
    }

    /** Entries from here to {@link KeyEncoding#LOWEST} are of irregular documents, which every query has to look at. */
    static final String IRREGULAR = "\u0001";

    boolean leavesOutMissing() {
        return isSparse();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public long getCount() {
        return map.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** The plan chooses indexes, not the library. */
    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<String> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned");
    }

    @Override
    public void drop() {
        // The database removes the map.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<String> collection) {
        // What is not unique forbids nothing.
    }
}
