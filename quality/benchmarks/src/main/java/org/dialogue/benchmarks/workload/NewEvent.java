package org.dialogue.benchmarks.workload;

import java.time.Instant;

/**
 * An event for a contender to store.
 *
 * @param id a random UUID
 * @param aggregateId the aggregate it belongs to
 * @param sequence place among that aggregate's events, from 0
 * @param timestamp when it happened
 * @param payload a text that is {@link Payloads#SIZE} bytes of JSON once serialized
 */
public record NewEvent(String id, String aggregateId, long sequence, Instant timestamp, String payload) {}
