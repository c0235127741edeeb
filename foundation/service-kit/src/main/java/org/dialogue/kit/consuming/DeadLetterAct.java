package org.dialogue.kit.consuming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did to a parked letter.
 *
 * @param at when
 * @param by the person's subject
 * @param act what
 * @param group what the letter waited for
 * @param letter its id; absent where all letters were meant
 * @param about what it was about
 * @param reason the person's reason, where one is asked for
 */
record DeadLetterAct(
        Instant at,
        String by,
        Kind act,
        @Nullable String group,
        @Nullable String letter,
        @Nullable String about,
        @Nullable String reason) {

    /** What was done. */
    enum Kind {
        /** An auditor looked at its bytes. */
        LOOKED_AT,
        /** An operator had it tried again, with all that waits behind it. */
        RETRIED,
        /** An operator had all letters tried again. */
        ALL_RETRIED,
        /** An operator discarded it. */
        DISCARDED
    }
}
