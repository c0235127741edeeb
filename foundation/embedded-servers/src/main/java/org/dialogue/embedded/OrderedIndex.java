package org.dialogue.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index, simple or compound, unique or not. A document has an entry for each element of an array on the way to
 * a field. A unique entry's key is the values' text; another's ends with the document's position.
 */
final class OrderedIndex extends StoreIndex {

    /** Under this key stands which fields are multikey, a bit each. */
    private static final String MULTIKEY = "\0";

    private final MVMap<String, String> map;
    private final boolean unique;
    private final List<String[]> paths;

    /** Of the document that was checked last, because that is the one that is added next. */
    private @Nullable Entries checked;

    OrderedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse, MVMap<String, String> map) {
        super(name, keys, sparse, map);
        this.map = map;
        this.unique = unique;
        this.paths = keys.stream()
                .map(key -> Utils.splitPath(key.getKey()).toArray(String[]::new))
                .toList();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    boolean isMultikey(int field) {
        return (multikey() & 1L << field) != 0;
    }

    private long multikey() {
        String known = map.get(MULTIKEY);
        return known == null ? 0 : Long.parseLong(known);
    }

    @Override
    public String getPosition(Document document) {
        return StoreCollection.position(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<String> collection) {
        Entries entries = new Entries(document);
        checked = entries;
        if (unique) {
            entries.tuples.keySet().forEach(key -> requireFree(key, entries, null, collection));
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<String> collection) {
        Entries entries = new Entries(after);
        checked = entries;
        if (unique) {
            String position = getPosition(before);
            entries.tuples.keySet().forEach(key -> requireFree(key, entries, position, collection));
        }
    }

    private void requireFree(
            String key, Entries entries, @Nullable String ownPosition, MongoCollection<String> collection) {
        String holder = map.get(key);
        if (holder != null && !holder.equals(ownPosition)) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(entries.tuples.get(key)));
        }
    }

    @Override
    public void add(Document document, String position, MongoCollection<String> collection) {
        add(entries(document), position);
    }

    private void add(Entries entries, String position) {
        for (String key : entries.keys(position)) {
            map.put(key, position);
        }
        long multikey = multikey();
        if ((multikey | entries.multikey) != multikey) {
            map.put(MULTIKEY, String.valueOf(multikey | entries.multikey));
        }
    }

    @Override
    public String remove(Document document) {
        String position = getPosition(document);
        for (String key : new Entries(document).keys(position)) {
            map.remove(key, position);
        }
        return position;
    }

    @Override
    public void updateInPlace(Document before, Document after, String position, MongoCollection<String> collection) {
        Entries entries = entries(after);
        Set<String> ended = new Entries(before).keys(position);
        ended.removeAll(entries.keys(position));
        ended.forEach(key -> map.remove(key, position));
        add(entries, position);
    }

    private Entries entries(Document document) {
        Entries known = checked;
        checked = null;
        return known != null && known.document == document ? known : new Entries(document);
    }

    /** What stands in the index for one document. */
    private final class Entries {

        /** The values of each entry, by their text. */
        private final Map<String, Object[]> tuples = new LinkedHashMap<>();

        private final Document document;
        private final @Nullable Object[] values = new Object[paths.size()];
        private final int[] walked = new int[paths.size()];
        private final boolean leftOut;
        private long multikey;
        private boolean irregular;

        Entries(Document document) {
            this.document = document;
            Collection<?> array = null;
            for (int field = 0; field < values.length; field++) {
                walk(document, field, 0);
                if (values[field] instanceof Collection<?> found) {
                    if (array != null && array != found) {
                        throw new CannotIndexParallelArraysError(arrays());
                    }
                    array = found;
                    multikey |= 1L << field;
                }
            }
            if (array == null) {
                addTuple(values.clone());
            } else {
                irregular = array.isEmpty();
                array.forEach(this::addElement);
            }
            leftOut = isSparse()
                    && tuples.values().stream().flatMap(Arrays::stream).allMatch(Missing.class::isInstance);
        }

        /** Follows a path as far as there are documents on it: to its end, to an array, or to where there is nothing. */
        private void walk(Object from, int field, int start) {
            String[] path = paths.get(field);
            Object current = from;
            int next = start;
            while (next < path.length && current instanceof Document document) {
                current = document.getOrMissing(path[next++]);
            }
            boolean there = next == path.length || current instanceof Collection<?>;
            values[field] = there ? current : Missing.getInstance();
            walked[field] = next;
        }

        private void addElement(@Nullable Object element) {
            @Nullable Object[] tuple = values.clone();
            int[] before = walked.clone();
            for (int field = 0; field < tuple.length; field++) {
                if ((multikey & 1L << field) != 0) {
                    tuple[field] = valueIn(element, field, before[field]);
                }
            }
            addTuple(tuple);
        }

        private @Nullable Object valueIn(@Nullable Object element, int field, int start) {
            String[] path = paths.get(field);
            if (start == path.length) {
                return element;
            }
            // A number may also mean an element of the array by its place.
            irregular |= path[start].chars().allMatch(Character::isDigit);
            Object current = element;
            int next = start;
            while (next < path.length && current instanceof Document document) {
                current = document.getOrMissing(path[next++]);
            }
            return next == path.length || current instanceof Collection<?> ? current : Missing.getInstance();
        }

        private void addTuple(@Nullable Object[] tuple) {
            StringBuilder text = new StringBuilder();
            for (int field = 0; field < tuple.length; field++) {
                KeyEncoding.Encoded encoded = KeyEncoding.encode(tuple[field]);
                irregular |= !encoded.regular();
                text.append(getKeys().get(field).isAscending() ? encoded.text() : KeyEncoding.reversed(encoded.text()));
            }
            tuples.put(text.toString(), tuple);
        }

        Set<String> keys(String position) {
            Set<String> keys = new LinkedHashSet<>();
            if (!leftOut) {
                tuples.keySet().forEach(text -> keys.add(unique ? text : text + position));
                if (irregular) {
                    keys.add(IRREGULAR + position);
                }
            }
            return keys;
        }

        private List<String> arrays() {
            List<String> names = new ArrayList<>();
            for (int field = 0; field < values.length; field++) {
                walk(document, field, 0);
                if (values[field] instanceof Collection<?>) {
                    names.add(paths.get(field)[walked[field] - 1]);
                }
            }
            return names;
        }
    }
}
