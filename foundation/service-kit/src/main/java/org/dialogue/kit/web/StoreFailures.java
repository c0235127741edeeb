package org.dialogue.kit.web;

import com.mongodb.MongoException;
import java.util.stream.Stream;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.dialogue.ledger.UnknownOutcomeException;

/**
 * Recognises that the store is away, slow or will not say what became of a write, however deeply that is wrapped; and what
 * follows from it for others, who wait in vain for the lock of an aggregate. All of it passes, so all of it is a 503.
 */
final class StoreFailures {

    private static final int DEEPEST = 20;

    private StoreFailures() {}

    static boolean isBehind(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof MongoException
                        || cause instanceof UnknownOutcomeException
                        || cause instanceof LockAcquisitionFailedException
                        || cause instanceof DeadlockException);
    }
}
