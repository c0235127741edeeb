package org.dialogue.reports.folds.counts;

/**
 * One row of a count. A part that concerns two bodies or has two topics counts in both rows, so that rows do not add up
 * to a total.
 *
 * @param key the body's code, the unit's id or the topic
 * @param questions questions of which at least one part counts here
 * @param parts parts of questions; the sum of the five states that follow
 * @param answered parts that were answered otherwise than by declining or referring
 * @param declined parts that were declined with reasons
 * @param referred parts that were referred to a higher authority
 * @param owed parts on which somebody owes the next step; by body: on which this body owes it
 * @param withdrawn parts that were taken back
 * @param commitmentsOpen follow-ups promised and not ended, the late ones among them
 * @param commitmentsLate open follow-ups whose due date has passed
 * @param commitmentsImplemented follow-ups verified as kept
 * @param commitmentsNotImplemented follow-ups verified as not kept
 */
public record CountRow(
        String key,
        long questions,
        long parts,
        long answered,
        long declined,
        long referred,
        long owed,
        long withdrawn,
        long commitmentsOpen,
        long commitmentsLate,
        long commitmentsImplemented,
        long commitmentsNotImplemented) {}
