package org.dialogue.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Reads what builds before the first ordered index have stored: documents as serialised Java objects, keyed by their ids,
 * beside unique indexes keyed by {@link KeyValue}. The documents are copied and the rest is removed; the indexes are built
 * when their collections are opened.
 */
final class EarlierFormat {

    private static final String DOCUMENTS = "databases.";
    private static final String SIZES = "meta.";
    private static final String INDEX = "._index_";

    private EarlierFormat() {}

    /** Does nothing where nothing is of that format. A copy that a kill cut short is made again. */
    static void renew(MVStore store) {
        List<String> earlier = store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS) || name.startsWith(SIZES) || name.contains(INDEX))
                .filter(name -> !name.startsWith(StoreDatabase.DOCUMENTS) && !name.startsWith(StoreDatabase.INDEX))
                .toList();
        if (earlier.isEmpty()) {
            return;
        }
        for (String name : earlier) {
            if (name.startsWith(DOCUMENTS)) {
                copy(store.openMap(name), StoreDatabase.documents(store, name.substring(DOCUMENTS.length())));
            }
        }
        earlier.forEach(store::removeMap);
        store.commit();
    }

    private static void copy(MVMap<Object, Document> from, MVMap<String, StoredDocument> to) {
        to.clear();
        String idField = from.getName().endsWith(".system.namespaces") ? "name" : "_id";
        for (Map.Entry<Object, Document> entry : from.entrySet()) {
            Document document = entry.getValue();
            String key = document.containsKey(idField)
                    ? StoreCollection.position(document, idField)
                    : UUID.randomUUID().toString();
            to.put(key, StoredDocument.of(document));
        }
    }
}
