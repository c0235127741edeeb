package org.dialogue.kit.consuming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked letter as operators see it: what it is and why it lies there, and nothing of what it says.
 *
 * @param group what it waits for
 * @param id names it here; for a policy's letter the id of the event
 * @param about the aggregate's id, or where an unreadable record lies
 * @param event the event's name and revision, such as {@code question-grouped 1}; absent if there is none to be read
 * @param source the service that recorded the event; absent for the own ledger's
 * @param position its position in that service's ledger
 * @param sequence its number among those of its aggregate
 * @param cause why it was parked; absent if it only waits behind an earlier letter of its aggregate
 * @param attempts how often it was tried; 0 while it waits behind an earlier one
 * @param parkedAt when it was parked
 * @param lastTriedAt when it was last tried
 */
record ParkedLetter(
        String group,
        String id,
        String about,
        @Nullable String event,
        @Nullable String source,
        @Nullable Long position,
        @Nullable Long sequence,
        @Nullable SafeCause cause,
        int attempts,
        Instant parkedAt,
        Instant lastTriedAt) {}
