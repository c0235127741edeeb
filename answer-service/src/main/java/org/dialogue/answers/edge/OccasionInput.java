package org.dialogue.answers.edge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that says nothing but when.
 *
 * @param happenedAt when it happened; absent for now
 */
public record OccasionInput(@Nullable Instant happenedAt) {}
