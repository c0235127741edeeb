package org.dialogue.reports.commitments.web;

import java.util.Optional;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.commitments.Commitment;
import org.dialogue.reports.commitments.Progress;
import org.dialogue.reports.commitments.web.CommitmentItem.LastProgress;
import org.dialogue.reports.commitments.web.CommitmentItem.Subject;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.web.Ages;
import org.dialogue.reports.web.Named;
import org.jspecify.annotations.Nullable;

/** Shows commitments to a reader. */
record CommitmentItems(Background background, Reader reader, Ages ages) {

    CommitmentItem show(Commitment commitment) {
        FollowUpCommitted promise = commitment.promise();
        return new CommitmentItem(
                promise.commitmentId().value(),
                promise.programmeId().value(),
                promise.text(),
                promise.bodies().stream()
                        .map(body -> Named.body(body, background))
                        .toList(),
                promise.committedBy(),
                promise.assignedBy() == null ? null : Named.body(promise.assignedBy(), background),
                promise.due(),
                commitment.committedAt(),
                ages.daysSince(commitment.committedAt()),
                commitment.state(),
                promise.due().isPast(ages.today()),
                commitment.measure(),
                commitment.milestones(),
                promise.subjects().stream()
                        .flatMap(subject -> subject(subject).stream())
                        .toList(),
                commitment.awaiting() == null ? null : Named.authority(commitment.awaiting(), background),
                lastProgress(commitment.lastProgress()),
                commitment.timesSentBack(),
                promise.source());
    }

    private Optional<Subject> subject(QuestionParts parts) {
        return background
                .question(parts.question())
                .filter(reader::maySee)
                .map(question -> new Subject(
                        question.id().value(),
                        parts.parts(),
                        Named.unit(question.unit(), background),
                        question.topicsOf(parts.parts())));
    }

    private @Nullable LastProgress lastProgress(@Nullable Progress progress) {
        return progress == null
                ? null
                : new LastProgress(
                        progress.at(), Named.body(progress.body(), background), progress.text(), progress.evidence());
    }
}
