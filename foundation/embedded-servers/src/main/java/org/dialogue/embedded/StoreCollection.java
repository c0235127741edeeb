package org.dialogue.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents stand in one map in the order of their ids. Queries are read as the {@link QueryPlan} says,
 * batch by batch where the plan gives the order. A document that is stored is never changed, only replaced: replies are
 * still being written while the next command runs.
 */
final class StoreCollection extends AbstractSynchronizedMongoCollection<String> {

    private static final String ID = "_id";

    /** What a reply may hold, as on a real server. */
    private static final int REPLY_BYTES = 16 << 20;

    private final MVMap<String, StoredDocument> documents;
    private final StoreChanges changes;
    private final IdIndex ids;

    /** Set while a command runs that changes what it finds. */
    private boolean changing;

    private int changedAtMost;
    private boolean replying;
    private @Nullable Document match;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<String, StoredDocument> documents,
            StoreChanges changes) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.changes = changes;
        @Nullable String idField = getIdField();
        this.ids = new IdIndex(idField == null ? List.of() : List.of(new IndexKey(idField, true)), documents, idField);
    }

    /** Where a document of a collection with the usual id stands. */
    static String position(Document document) {
        return position(document, ID);
    }

    static String position(Document document, String idField) {
        KeyEncoding.Encoded id = KeyEncoding.encode(document.get(idField));
        return id.regular() ? id.text() : StoreIndex.IRREGULAR + id.text();
    }

    /** The index of the collection's ids, which has no entries of its own. */
    StoreIndex ids() {
        return ids;
    }

    MVMap<String, StoredDocument> documents() {
        return documents;
    }

    // Reading

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document sort,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        int atMost = changing && changedAtMost > 0 ? changedAtMost : limit;
        Found found = find(query, sort, skip, atMost);
        found.asStored = replying && (projection == null || projection.isEmpty());
        List<Document> first = project(found.take(batchSize, Long.MAX_VALUE), projection);
        if (!found.hasNext()) {
            return new QueryResult(first);
        }
        Remaining remaining = new Remaining(cursorRegistry.generateCursorId(), found, projection);
        cursorRegistry.add(remaining);
        return new QueryResult(first, remaining);
    }

    private List<Document> project(List<Document> whole, @Nullable Document projection) {
        return projection == null || projection.isEmpty()
                ? whole
                : matchDocumentsFromStream(whole.stream(), new Document(), null, 0, 0, 0, projection)
                        .collectDocuments();
    }

    private Found find(Document query, @Nullable Document sort, int skip, int limit) {
        long needed = limit > 0 ? (long) skip + limit : 0;
        QueryPlan plan = QueryPlan.of(query, sort, needed, ids, storeIndexes());
        Matching matching = new Matching(plan, query, changing);
        if (plan.ordered() || sort == null) {
            return new Found(matching, skip, limit);
        }
        List<Match> all = new ArrayList<>();
        matching.forEachRemaining(all::add);
        all.sort(Comparator.comparing(Match::document, sorting(sort)));
        return new Found(all.iterator(), skip, limit);
    }

    /** The library's own finds of two empty arrays each before the other. */
    private static Comparator<Document> sorting(Document sort) {
        Comparator<Document> order = (one, other) -> 0;
        for (Map.Entry<String, Object> key : sort.entrySet()) {
            boolean ascending = ((Number) key.getValue()).intValue() > 0;
            ValueComparator values = ascending ? ValueComparator.asc() : ValueComparator.desc();
            order = order.thenComparing(
                    document -> Utils.getSubdocumentValueCollectionAware(document, key.getKey()),
                    (one, other) -> isEmpty(one) && isEmpty(other) ? 0 : values.compare(one, other));
        }
        return order;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value instanceof Collection<?> array && array.isEmpty();
    }

    private List<StoreIndex> storeIndexes() {
        List<StoreIndex> indexes = new ArrayList<>();
        for (Index<String> index : getIndexes()) {
            indexes.add((StoreIndex) index);
        }
        return indexes;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document sort,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return queryDocuments(query, sort, skip, limit, batchSize, projection);
    }

    /** The library's own keeps the place of the last match in a field, for all threads. */
    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return query.isEmpty() || new DefaultQueryMatcher().matches(document, query);
    }

    @Override
    public synchronized int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        Found found = find(query, null, skip, Math.max(limit, 0));
        int count = 0;
        for (; found.hasNext(); found.next()) {
            count++;
        }
        return count;
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Runs a command that hands what it finds to the client, who gets it as it is stored. */
    synchronized <T> T replying(Supplier<T> command) {
        replying = true;
        try {
            return command.get();
        } finally {
            replying = false;
        }
    }

    /** Runs a pipeline whose first stage keeps only what matches, which then is read instead of the whole collection. */
    synchronized <T> T matching(Document first, Supplier<T> pipeline) {
        match = first;
        try {
            return pipeline.get();
        } finally {
            match = null;
        }
    }

    @Override
    public synchronized QueryResult handleQuery(QueryParameters parameters) {
        Document preset = match;
        match = null;
        return preset != null && parameters.getQuerySelector().isEmpty()
                ? queryDocuments(preset, null, 0, 0, 0, null)
                : super.handleQuery(parameters);
    }

    @Override
    protected Stream<DocumentWithPosition<String>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(entry.getValue().shared(), entry.getKey()));
    }

    @Override
    protected Document getDocument(String position) {
        StoredDocument stored = documents.get(position);
        if (stored == null) {
            throw new NoSuchElementException("no document at this position of " + this);
        }
        return stored.shared();
    }

    // Writing

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return changing(
                isMulti ? 0 : 1, () -> super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog));
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return changing(1, () -> super.findAndModify(query));
    }

    private <T> T changing(int atMost, Supplier<T> command) {
        changing = true;
        changedAtMost = atMost;
        try {
            return command.get();
        } finally {
            changing = false;
        }
    }

    @Override
    protected String addDocumentInternal(Document document) {
        String idField = getIdField();
        String position = idField == null ? UUID.randomUUID().toString() : position(document, idField);
        store(position, StoredDocument.of(document));
        return position;
    }

    @Override
    protected void handleUpdate(String position, Document before, Document after) {
        store(position, StoredDocument.of(after));
    }

    private void store(String position, StoredDocument document) {
        documents.put(position, document);
        changes.changed(this, position, document);
    }

    @Override
    protected void removeDocument(String position) {
        documents.remove(position);
        changes.changed(this, position, null);
    }

    /** Brings a document, and its entries in all indexes, to where a journal says it was. */
    synchronized void restore(String position, @Nullable StoredDocument after) {
        StoredDocument before = after == null ? documents.remove(position) : documents.put(position, after);
        for (Index<String> index : getIndexes()) {
            if (before != null && after != null) {
                index.updateInPlace(before.shared(), after.shared(), position, this);
            } else if (after != null) {
                index.add(after.shared(), position, this);
            } else if (before != null) {
                index.remove(before.shared());
            }
        }
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("the size is added up when it is asked for");
    }

    @Override
    protected int getDataSize() {
        long size = documents.values().stream().mapToLong(StoredDocument::size).sum();
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    /** A document that was found. */
    private static final class Match {

        private final StoredDocument stored;
        private final boolean own;
        private @Nullable Document decoded;

        Match(StoredDocument stored, boolean own) {
            this.stored = stored;
            this.own = own;
        }

        Document document() {
            Document document = decoded;
            if (document == null) {
                document = own ? stored.own() : stored.shared();
                decoded = document;
            }
            return document;
        }
    }

    /** Documents that match, in the plan's order. It can pause: what has changed meanwhile is read as it is then. */
    private final class Matching implements Iterator<Match> {

        private final QueryPlan plan;
        private final Document query;
        private final boolean own;
        private final @Nullable NeededFields needed;
        private final @Nullable Set<String> seen;
        private int part;
        private @Nullable Cursor<String, ?> cursor;
        private @Nullable String last;
        private @Nullable Match next;

        Matching(QueryPlan plan, Document query, boolean own) {
            this.plan = plan;
            this.query = query;
            this.own = own;
            this.needed = NeededFields.of(query);
            this.seen = plan.repeats() ? new HashSet<>() : null;
        }

        @Override
        public boolean hasNext() {
            while (next == null && part < plan.parts().size()) {
                next = advance(plan.parts().get(plan.reverse() ? plan.parts().size() - 1 - part : part));
            }
            return next != null;
        }

        @Override
        public Match next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Match found = next;
            next = null;
            return Objects.requireNonNull(found);
        }

        void pause() {
            cursor = null;
        }

        /** The next document that matches; null at the end of the part, or for an entry that does not. */
        private @Nullable Match advance(QueryPlan.Part from) {
            Cursor<String, ?> entries = cursor == null ? open(from) : cursor;
            cursor = entries;
            while (entries.hasNext()) {
                String key = entries.next();
                if (key.equals(last) || key.compareTo(from.to()) >= 0) {
                    continue;
                }
                last = key;
                StoredDocument stored = read(key, entries.getValue());
                if (stored != null
                        && (isKnownToMatch(stored, from) || documentMatchesQuery(stored.with(needed), query))) {
                    return new Match(stored, own);
                }
            }
            cursor = null;
            last = null;
            part++;
            return null;
        }

        private boolean isKnownToMatch(StoredDocument stored, QueryPlan.Part from) {
            String array = from.matchedArray();
            // A command that changes what it finds may have changed this one already.
            return array != null && !own && stored.hasArray(array);
        }

        private Cursor<String, ?> open(QueryPlan.Part from) {
            MVMap<String, ?> map = from.index().map();
            return plan.reverse()
                    ? map.cursor(last == null ? from.to() : last, from.from(), true)
                    : map.cursor(last == null ? from.from() : last, from.to(), false);
        }

        private @Nullable StoredDocument read(String key, Object value) {
            String position = value instanceof String indexed ? indexed : key;
            if (seen != null && !seen.add(position)) {
                return null;
            }
            return value instanceof StoredDocument stored ? stored : documents.get(position);
        }
    }

    /** What a query found, as far as it was not taken yet. */
    private static final class Found implements Iterator<Match> {

        private final Iterator<Match> matching;
        private int skip;
        private long left;
        private boolean asStored;

        Found(Iterator<Match> matching, int skip, int limit) {
            this.matching = matching;
            this.skip = skip;
            this.left = limit > 0 ? limit : Long.MAX_VALUE;
        }

        @Override
        public boolean hasNext() {
            for (; skip > 0 && matching.hasNext(); skip--) {
                matching.next();
            }
            return left > 0 && matching.hasNext();
        }

        @Override
        public Match next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            return matching.next();
        }

        /** So many at the most, all if 0, and none after so many bytes. */
        List<Document> take(int atMost, long bytes) {
            List<Document> taken = new ArrayList<>();
            long size = 0;
            while ((atMost <= 0 || taken.size() < atMost) && size < bytes && hasNext()) {
                Match match = next();
                taken.add(asStored ? ReplyEncoder.stored(match.stored) : match.document());
                size += match.stored.size();
            }
            return taken;
        }

        void pause() {
            if (matching instanceof Matching source) {
                source.pause();
            }
        }
    }

    /** What the client gets with its next requests. */
    private final class Remaining extends AbstractCursor {

        private final Found found;
        private final @Nullable Document projection;

        Remaining(long id, Found found, @Nullable Document projection) {
            super(id);
            this.found = found;
            this.projection = projection;
            found.pause();
        }

        @Override
        public boolean isEmpty() {
            synchronized (StoreCollection.this) {
                return !found.hasNext();
            }
        }

        @Override
        public List<Document> takeDocuments(int atMost) {
            synchronized (StoreCollection.this) {
                List<Document> taken = project(found.take(atMost, REPLY_BYTES), projection);
                found.hasNext();
                found.pause();
                return taken;
            }
        }
    }

    /** Ids are unique because each is its document's key. */
    private static final class IdIndex extends StoreIndex {

        private final MVMap<String, StoredDocument> documents;
        private final @Nullable String idField;

        IdIndex(List<IndexKey> keys, MVMap<String, StoredDocument> documents, @Nullable String idField) {
            super("_id_", keys, false, documents);
            this.documents = documents;
            this.idField = idField;
        }

        @Override
        public boolean isUnique() {
            return true;
        }

        @Override
        boolean isMultikey(int field) {
            return false;
        }

        @Override
        public String getPosition(Document document) {
            return position(document, idField == null ? ID : idField);
        }

        @Override
        public void checkAdd(Document document, MongoCollection<String> collection) {
            if (documents.containsKey(getPosition(document))) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(idField)));
            }
        }

        @Override
        public void add(Document document, String position, MongoCollection<String> collection) {
            // Its key is its entry.
        }

        @Override
        public String remove(Document document) {
            return getPosition(document);
        }

        @Override
        public void updateInPlace(
                Document before, Document after, String position, MongoCollection<String> collection) {
            // An id cannot change.
        }
    }
}
