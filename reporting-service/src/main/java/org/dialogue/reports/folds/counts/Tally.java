package org.dialogue.reports.folds.counts;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.commitments.Commitment;
import org.dialogue.reports.folds.commitments.CommitmentState;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.reference.QuestionFacts;

/** Counts for one row while it is being made. */
final class Tally {

    private final Set<QuestionId> questions = new HashSet<>();
    private final Map<PartState, Long> parts = new EnumMap<>(PartState.class);
    private long open;
    private long late;
    private long implemented;
    private long notImplemented;

    void add(QuestionFacts question, PartState as) {
        questions.add(question.id());
        parts.merge(as, 1L, Long::sum);
    }

    void add(Commitment commitment, LocalDate today) {
        if (commitment.state().isOpen()) {
            open++;
            if (commitment.promise().due().isPast(today)) {
                late++;
            }
        } else if (commitment.state() == CommitmentState.IMPLEMENTED) {
            implemented++;
        } else {
            notImplemented++;
        }
    }

    CountRow row(String key) {
        return new CountRow(
                key,
                questions.size(),
                parts.values().stream().mapToLong(Long::longValue).sum(),
                parts(PartState.ANSWERED),
                parts(PartState.DECLINED),
                parts(PartState.REFERRED),
                parts(PartState.OWED),
                parts(PartState.WITHDRAWN),
                open,
                late,
                implemented,
                notImplemented);
    }

    private long parts(PartState state) {
        return parts.getOrDefault(state, 0L);
    }
}
