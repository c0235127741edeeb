package org.dialogue.kit.commands;

import java.time.Instant;
import org.dialogue.kit.rules.InvalidInput;

/**
 * When something happened, as a command carries it: said by the caller, or filled in by the server, which then answers for
 * its being plausible.
 *
 * @param instant the moment, in UTC
 * @param given whether the caller said it; what the caller said is never changed, and may be refused
 */
public record HappenedAt(Instant instant, boolean given) {

    /** {@return a moment that the caller said} */
    public static HappenedAt given(Instant instant) {
        return new HappenedAt(instant, true);
    }

    /** {@return a moment taken from the server's clock} */
    public static HappenedAt filledIn(Instant now) {
        return new HappenedAt(now, false);
    }

    /**
     * The moment to record for something that happens to something else.
     *
     * @param predecessor when that happened which this happens to, such as the raising of the question
     * @return what the caller said; else the later of the server's moment and the predecessor, as clocks may differ
     * @throws InvalidInput by the rule {@code not-before-predecessor} if the caller said a moment before the predecessor
     */
    public Instant notBefore(Instant predecessor) {
        if (!instant.isBefore(predecessor)) {
            return instant;
        }
        if (given) {
            throw new InvalidInput(
                    "happenedAt",
                    "not-before-predecessor",
                    "it cannot happen before what it happens to, at " + predecessor,
                    predecessor);
        }
        return predecessor;
    }

    /**
     * Whether a command only says again what was recorded last.
     *
     * @param sameContent whether all but the moment is the same
     * @param recorded the moment recorded
     * @return true if it repeats; with a moment of its own it is a new fact, unless that moment is the recorded one
     */
    public boolean repeats(boolean sameContent, Instant recorded) {
        return sameContent && (!given || instant.equals(recorded));
    }
}
