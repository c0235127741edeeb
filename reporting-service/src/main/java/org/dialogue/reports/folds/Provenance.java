package org.dialogue.reports.folds;

import java.time.Instant;

/**
 * What is known of any event of the own ledger, whether or not it can be read.
 *
 * @param position its place in the own ledger, from 1
 * @param copiedAt when the own ledger recorded it
 * @param eventId the event's id, the same in every ledger
 * @param name the event's logical name, as stored
 * @param aggregateId what it happened to, with its kind, such as {@code question:q7}
 * @param source the service that recorded it first
 * @param sourcePosition its place in that service's ledger, from 1
 * @param recordedAt when that service recorded it
 */
public record Provenance(
        long position,
        Instant copiedAt,
        String eventId,
        String name,
        String aggregateId,
        String source,
        long sourcePosition,
        Instant recordedAt) {}
