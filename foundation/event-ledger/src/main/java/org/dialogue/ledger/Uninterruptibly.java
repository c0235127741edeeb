package org.dialogue.ledger;

import java.util.function.Supplier;

/**
 * Does work in a thread that may have been interrupted before. The driver sends nothing for such a thread, so an append
 * that is interrupted while it looks for its outcome would never find it.
 */
final class Uninterruptibly {

    private Uninterruptibly() {}

    static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** An interrupt from before is set again afterwards; one that comes meanwhile may still break the work off. */
    static <T> T get(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
