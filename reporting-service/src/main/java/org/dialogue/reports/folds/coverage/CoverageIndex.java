package org.dialogue.reports.folds.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.reference.Circle;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.TopicIndex;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What pages and totals of coverage are read from. It follows from the rest of {@link Coverage}; each event changes it where
 * the event changed that.
 *
 * @param rows all questions in the order of raising
 * @param totals what the parts add up to, by who may see them and where they are followed up
 * @param topics which questions are about what
 * @param followers the questions grouped directly under another
 * @param askedIn the questions that have an answer slot; one, unless history is damaged
 */
record CoverageIndex(
        PSortedMap<QuestionRow.Key, QuestionRow> rows,
        PMap<Bucket, PartTotals> totals,
        TopicIndex topics,
        PMap<QuestionId, PSet<QuestionId>> followers,
        PMap<AssignmentId, List<QuestionId>> askedIn) {

    static final CoverageIndex EMPTY = new CoverageIndex(
            TreePMap.empty(), HashTreePMap.empty(), TopicIndex.EMPTY, HashTreePMap.empty(), HashTreePMap.empty());

    /** Parts that are added up together. */
    record Bucket(Circle circle, ProgrammeId programme) {

        static Bucket of(QuestionRow row) {
            return new Bucket(Circle.of(row.question()), row.question().programme());
        }
    }

    /** The question and all that stand with it, directly or not. */
    Set<QuestionId> servedBy(QuestionId question) {
        Set<QuestionId> met = new LinkedHashSet<>(Set.of(question));
        List<QuestionId> open = new ArrayList<>(met);
        while (!open.isEmpty()) {
            for (QuestionId follower : followers.getOrDefault(open.remove(open.size() - 1), HashTreePSet.empty())) {
                if (met.add(follower)) {
                    open.add(follower);
                }
            }
        }
        return met;
    }

    CoverageIndex withSlots(QuestionId question, Set<AssignmentId> before, Set<AssignmentId> after) {
        if (before.size() == after.size()) {
            return this;
        }
        PMap<AssignmentId, List<QuestionId>> next = askedIn;
        for (AssignmentId slot : after) {
            if (!before.contains(slot)) {
                List<QuestionId> all = new ArrayList<>(next.getOrDefault(slot, List.of()));
                all.add(question);
                all.sort(Comparator.comparing(QuestionId::value));
                next = next.plus(slot, List.copyOf(all));
            }
        }
        return new CoverageIndex(rows, totals, topics, followers, next);
    }

    CoverageIndex withLead(QuestionId question, @Nullable QuestionId before, @Nullable QuestionId after) {
        if (before == null ? after == null : before.equals(after)) {
            return this;
        }
        PMap<QuestionId, PSet<QuestionId>> next = followers;
        if (before != null) {
            PSet<QuestionId> left =
                    next.getOrDefault(before, HashTreePSet.empty()).minus(question);
            next = left.isEmpty() ? next.minus(before) : next.plus(before, left);
        }
        if (after != null) {
            next = next.plus(
                    after, next.getOrDefault(after, HashTreePSet.empty()).plus(question));
        }
        return new CoverageIndex(rows, totals, topics, next, askedIn);
    }

    @Nullable
    QuestionRow row(QuestionFacts question) {
        return rows.get(QuestionRow.Key.of(question));
    }

    CoverageIndex with(QuestionRow row) {
        QuestionRow former = row(row.question());
        if (former != null
                && former.question() == row.question()
                && former.parts().equals(row.parts())) {
            return this;
        }
        return new CoverageIndex(
                rows.plus(QuestionRow.Key.of(row.question()), row),
                adding(row, former == null ? totals : removing(former)),
                topicsWith(row.question(), former == null ? null : former.question()),
                followers,
                askedIn);
    }

    private PMap<Bucket, PartTotals> removing(QuestionRow former) {
        Bucket bucket = Bucket.of(former);
        PartTotals left = totals.getOrDefault(bucket, PartTotals.NONE).minus(former);
        return left.questions() == 0 ? totals.minus(bucket) : totals.plus(bucket, left);
    }

    private static PMap<Bucket, PartTotals> adding(QuestionRow row, PMap<Bucket, PartTotals> to) {
        Bucket bucket = Bucket.of(row);
        return to.plus(bucket, to.getOrDefault(bucket, PartTotals.NONE).plus(row));
    }

    private TopicIndex topicsWith(QuestionFacts question, @Nullable QuestionFacts former) {
        if (former == null) {
            return topics.plus(question);
        }
        boolean same = former == question
                || former.topics().equals(question.topics())
                        && former.parts().equals(question.parts())
                        && former.visibility().equals(question.visibility());
        return same ? topics : topics.minus(former).plus(question);
    }
}
