package org.dialogue.embedded;

import org.jspecify.annotations.Nullable;

/** Is told what changes in a store, before the command that changes it is answered. */
interface StoreChanges {

    /** Of a store that is kept nowhere. */
    StoreChanges UNNOTED = new StoreChanges() {
        @Override
        public void changed(StoreCollection collection, String position, @Nullable StoredDocument document) {
            // Nobody asks.
        }

        @Override
        public void existence() {
            // Nobody asks.
        }
    };

    /** {@code document} is null if it was removed. Called in the order of the changes of each document. */
    void changed(StoreCollection collection, String position, @Nullable StoredDocument document);

    /** A collection or an index is about to come, go or be renamed. */
    void existence();
}
