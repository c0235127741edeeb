package org.dialogue.reports.commitments.web;

import java.util.List;
import java.util.Optional;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.reports.commitments.web.CommitmentItem.Claim;
import org.dialogue.reports.commitments.web.CommitmentItem.LastProgress;
import org.dialogue.reports.commitments.web.CommitmentItem.Subject;
import org.dialogue.reports.folds.Faults;
import org.dialogue.reports.folds.commitments.Commitment;
import org.dialogue.reports.folds.commitments.Progress;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.web.Ages;
import org.dialogue.reports.web.Named;
import org.jspecify.annotations.Nullable;

/** Shows commitments to a reader. */
record CommitmentItems(ReferenceData reference, Faults faults, Reader reader, Topics topics, Ages ages) {

    CommitmentItem show(Commitment commitment) {
        FollowUpCommitted promise = commitment.promise();
        return new CommitmentItem(
                promise.commitmentId().value(),
                commitment.programme().value(),
                promise.text(),
                promise.bodies().stream()
                        .map(body -> Named.body(body, reference))
                        .toList(),
                promise.committedBy(),
                promise.assignedBy() == null ? null : Named.body(promise.assignedBy(), reference),
                promise.due(),
                commitment.committedAt(),
                ages.daysSince(commitment.committedAt()),
                commitment.state(),
                promise.due().isPast(ages.today()),
                shown(commitment.measure()),
                commitment.milestones(),
                promise.subjects().stream()
                        .flatMap(subject -> subject(subject).stream())
                        .toList(),
                commitment.awaiting() == null ? null : Named.authority(commitment.awaiting(), reference),
                lastProgress(commitment.lastProgress()),
                commitment.claims().stream().map(this::claim).toList(),
                commitment.timesSentBack(),
                promise.source(),
                faults.told(List.of(promise.commitmentId())));
    }

    /** Numbers that cannot be shown are left out; the item's fault says so. */
    private static @Nullable Measure shown(@Nullable Measure measure) {
        return measure != null && CommitmentTotals.canBeAdded(measure) ? measure : null;
    }

    private Claim claim(CommitmentCompletionClaimed claimed) {
        return new Claim(
                claimed.happenedAt(),
                Named.body(claimed.body(), reference),
                claimed.text(),
                claimed.evidence(),
                claimed.unreachedMilestones());
    }

    private Optional<Subject> subject(QuestionParts parts) {
        return reference
                .question(parts.question())
                .filter(reader::maySee)
                .map(question -> new Subject(
                        question.id().value(),
                        reference.numbers().number(question.id()),
                        parts.parts(),
                        Named.unit(question.unit(), reference),
                        topics.shown(question.topicsOf(parts.parts()))));
    }

    private @Nullable LastProgress lastProgress(@Nullable Progress progress) {
        return progress == null
                ? null
                : new LastProgress(
                        progress.at(), Named.body(progress.body(), reference), progress.text(), progress.evidence());
    }
}
