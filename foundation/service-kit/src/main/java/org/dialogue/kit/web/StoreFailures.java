package org.dialogue.kit.web;

import com.mongodb.MongoException;
import java.util.stream.Stream;

/** Recognises failures of the store, however deeply they are wrapped. */
final class StoreFailures {

    private StoreFailures() {}

    static boolean isBehind(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(MongoException.class::isInstance);
    }
}
