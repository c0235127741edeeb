package org.dialogue.reports.counts;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.commitments.Commitment;
import org.dialogue.reports.commitments.CommitmentState;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.PartState;

/** Counts for one row while it is being made. */
final class Tally {

    private final Set<QuestionId> questions = new HashSet<>();
    private final Map<PartState, Long> parts = new EnumMap<>(PartState.class);
    private long open;
    private long late;
    private long implemented;
    private long notImplemented;

    void add(PartStanding standing) {
        add(standing, standing.state());
    }

    void add(PartStanding standing, PartState as) {
        questions.add(standing.question().id());
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
