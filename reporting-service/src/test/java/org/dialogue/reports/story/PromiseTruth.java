package org.dialogue.reports.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where a played commitment stands, by an account that knows nothing of the views.
 *
 * @param programme where it is followed up
 * @param current the measure's number
 * @param reached when each milestone was reached, of those that were
 * @param unreachedAtClaims the milestones that each claim of completion named as not reached
 */
public record PromiseTruth(
        String state,
        String programme,
        BigDecimal current,
        Map<String, Instant> reached,
        List<List<String>> unreachedAtClaims,
        int timesSentBack) {}
