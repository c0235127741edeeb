package org.dialogue.kit.polling;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What keeps rounds from their work: logged once, however often it is met, and known until the work succeeds again. */
public final class FailureTracker {

    private final Logger log;
    private final String consequence;
    private volatile @Nullable RuntimeException present;

    /**
     * @param log of whoever works
     * @param consequence what the trouble means, for the log
     */
    public FailureTracker(Logger log, String consequence) {
        this.log = log;
        this.consequence = consequence;
    }

    /**
     * Does the work, and keeps what it throws.
     *
     * @return whether it succeeded
     */
    public boolean attempt(Runnable work) {
        try {
            work.run();
            present = null;
            return true;
        } catch (RuntimeException failure) {
            if (present == null) {
                log.warn(consequence, failure);
            }
            present = failure;
            return false;
        }
    }

    /** What the work threw when it was tried last; empty if it succeeded, or was never tried. */
    public Optional<RuntimeException> present() {
        return Optional.ofNullable(present);
    }
}
